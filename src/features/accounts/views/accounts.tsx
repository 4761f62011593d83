import { type Actor, ROLE_NAMES, ROLES } from '../../../core/access.js';
import { MAIL_LANGUAGE_NAMES } from '../../../core/mail-languages.js';
import { COUNTRY_CODES, countryName } from '../../../platform/reference-data/index.js';
import { Button, Card, type Column, Day, Field, type Form, Note, PostForm, Select, Table, Tag } from '../../../web/index.js';
import type { NewAccountDto } from '../accounts.dto.js';
import type { AccountView } from '../accounts.service.js';

/** A password that was made a moment ago. */
export interface NewPassword {
  readonly email: string;
  readonly password: string;
  /** Somebody had another one before. */
  readonly reset: boolean;
}

/** Everybody who may use the desk, and a form for one more. */
export function AccountsView({
  accounts,
  me,
  form,
  made,
}: {
  accounts: readonly AccountView[];
  me: Actor;
  form: Form<NewAccountDto>;
  made?: NewPassword | undefined;
}) {
  return (
    <>
      {made ? (
        <Note tone="good">
          <p>
            The password of <strong>{made.email}</strong> is <code class="secret">{made.password}</code>
          </p>
          <p>Hand it over in person or by phone. It is kept nowhere and cannot be shown again.</p>
          {made.reset ? <p>A mail tells them that you made it; the password is not in it.</p> : null}
        </Note>
      ) : null}
      <Table caption="Accounts" columns={columns(me)} rows={accounts} keyOf={(account) => account.id} />
      <Card title="Add an account">
        <NewAccountForm form={form} />
      </Card>
    </>
  );
}

function columns(me: Actor): readonly Column<AccountView>[] {
  return [
    { head: 'Name', names: true, cell: (account) => account.name },
    { head: 'E-mail', cell: (account) => account.email },
    { head: 'Role', cell: (account) => ROLE_NAMES[account.role] },
    { head: 'Limited to', cell: (account) => (account.country ? countryName(account.country) : (account.agency ?? '–')) },
    { head: 'State', cell: (account) => (account.disabled ? <Tag tone="danger">Switched off</Tag> : <Tag tone="good">Can sign in</Tag>) },
    { head: 'Since', cell: (account) => <Day value={account.createdAt.slice(0, 10)} /> },
    { head: 'Change', cell: (account) => <Changes account={account} isMe={account.id === me.accountId} /> },
  ];
}

function Changes({ account, isMe }: { account: AccountView; isMe: boolean }) {
  const act = (what: string) => `/accounts/${account.id}/${what}`;
  return (
    <div class="row">
      <form method="post" action={act('password')}>
        <Button tone="quiet">
          New password<span class="unseen"> for {account.name}</span>
        </Button>
      </form>
      {isMe ? null : (
        <form method="post" action={act(account.disabled ? 'enable' : 'disable')}>
          <Button tone={account.disabled ? 'quiet' : 'danger'}>
            {account.disabled ? 'Switch on' : 'Switch off'}
            <span class="unseen"> {account.name}</span>
          </Button>
        </form>
      )}
    </div>
  );
}

function NewAccountForm({ form }: { form: Form<NewAccountDto> }) {
  const countries = COUNTRY_CODES.map((code) => [code, countryName(code)] as const).toSorted(([, a], [, b]) => a.localeCompare(b, 'en'));
  return (
    <PostForm form={form} action="/accounts">
      <div class="split">
        <Field form={form} name="name" label="Name" />
        <Field form={form} name="email" label="E-mail address" type="email" />
        <Select
          form={form}
          name="role"
          label="Role"
          options={ROLES.map((role) => [role, ROLE_NAMES[role]] as const)}
          empty="Choose a role"
        />
        <Select
          form={form}
          name="country"
          label="Country"
          hint="Only for a Resident Coordinator."
          options={countries}
          empty="No limit"
          optional
        />
        <Field form={form} name="agency" label="Agency" hint="Only for an agency focal point, such as UNDP." width="medium" optional />
        <Select
          form={form}
          name="language"
          label="Language of the mails"
          hint="They can change it themselves."
          options={MAIL_LANGUAGE_NAMES}
          optional
        />
        <Field
          form={form}
          name="password"
          label="Password"
          hint="At least 12 characters. Leave it empty to have one made and shown once."
          type="password"
          autocomplete="new-password"
          optional
        />
      </div>
      <Button>Add the account</Button>
    </PostForm>
  );
}

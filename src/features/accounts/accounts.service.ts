import { Injectable } from '@nestjs/common';
import { type Actor, type Role, scopeProblem } from '../../core/access.js';
import { DomainError, fieldError, notFound } from '../../core/errors.js';
import type { CountryCode } from '../../core/expert.js';
import { normalisedAgency } from '../../core/expert-draft.js';
import type { MailLanguage } from '../../core/mail-languages.js';
import { Clock } from '../../platform/clock.js';
import { Database, isUniqueViolation, lockRow, newId } from '../../platform/database/index.js';
import { Account, actorOf } from './account.entity.js';
import { AccountRecord } from './account-record.js';
import { newPassword, PASSWORD_MINIMUM, Passwords } from './sign-in/passwords.js';
import { Sessions } from './sign-in/sessions.service.js';

/** What an account is made of. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Required of a Resident Coordinator, refused for everybody else. */
  readonly country?: CountryCode | undefined;
  /** Required of an agency focal point, refused for everybody else. */
  readonly agency?: string | undefined;
  /** In which mails are written; English unless told. */
  readonly language?: MailLanguage | undefined;
  /** At least 12 characters; left out, one is made. */
  readonly password?: string | undefined;
}

/** An account as administrators see it. */
export type AccountView = Omit<Account, 'passwordHash'>;

/** Who may use the desk. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Database,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly record: AccountRecord,
    private readonly clock: Clock,
  ) {}

  /** The new account, and its password when one was made: it is kept nowhere and cannot be shown again. */
  async add(given: NewAccount, by: Actor | 'system'): Promise<{ account: AccountView; password: string | null }> {
    const input = { ...given, agency: given.agency === undefined ? undefined : normalisedAgency(given.agency) };
    const problem = scopeProblem(input);
    if (problem) throw fieldError(problem.field, problem.message);
    if (input.password !== undefined && input.password.length < PASSWORD_MINIMUM)
      throw fieldError('password', `Choose a password of at least ${PASSWORD_MINIMUM} characters.`);
    const made = input.password === undefined ? newPassword() : null;
    const account = await this.insert(input, await this.passwords.hash(input.password ?? (made as string)), by);
    return { account: viewOf(account), password: made };
  }

  /** Everybody, by name. */
  async list(): Promise<AccountView[]> {
    const accounts = await this.db.read.getRepository(Account).find({ order: { name: 'ASC', id: 'ASC' } });
    return accounts.map(viewOf);
  }

  /** Out at once, on every device. Nobody can switch off their own account, so that one administrator always remains. */
  async disable(id: string, me: Actor): Promise<AccountView> {
    if (id === me.accountId)
      throw new DomainError('account.own', 'You cannot switch off your own account. Ask another administrator to do it.');
    return this.change(id, me, 'account.disabled', { disabled: true });
  }

  enable(id: string, me: Actor): Promise<AccountView> {
    return this.change(id, me, 'account.enabled', { disabled: false });
  }

  /** A new password, answered once; whoever was signed in with the old one is out. */
  async resetPassword(id: string, by: Actor): Promise<{ account: AccountView; password: string }> {
    const password = newPassword();
    const account = await this.change(id, by, 'account.password-reset', { passwordHash: await this.passwords.hash(password) });
    return { account, password };
  }

  /** Whoever acts under this account now, or null when it does not exist or is switched off. */
  async actor(accountId: string): Promise<Actor | null> {
    const account = await this.db.read.getRepository(Account).findOneBy({ id: accountId, disabled: false });
    return account ? actorOf(account) : null;
  }

  private async insert(
    { email, name, role, country, agency, language }: NewAccount,
    passwordHash: string,
    by: Actor | 'system',
  ): Promise<Account> {
    const account: Account = {
      id: newId(),
      email: email.trim().toLowerCase(),
      name: name.trim(),
      role,
      country: country ?? null,
      agency: agency ?? null,
      passwordHash,
      disabled: false,
      createdAt: this.clock.iso(),
      language: language ?? 'en',
      mailPace: 'at-once',
      quietHours: false,
      timeZone: 'UTC',
    };
    try {
      await this.db.transaction(async (tx) => {
        await tx.getRepository(Account).insert(account);
        await this.record.added(tx, account, by);
      });
    } catch (error) {
      if (isUniqueViolation(error))
        throw fieldError(
          'email',
          'An account with this e-mail address exists already. Use that one, or another address.',
          'account.email-taken',
        );
      throw error;
    }
    return account;
  }

  private change(id: string, by: Actor, action: string, change: Partial<Account>): Promise<AccountView> {
    return this.db.transaction(async (tx) => {
      const account = await lockRow(tx, Account, { id });
      if (!account) throw notFound('account');
      await tx.getRepository(Account).update({ id }, change);
      await this.sessions.endAll(tx, id);
      await this.record.changed(tx, id, action, by);
      return viewOf({ ...account, ...change });
    });
  }
}

function viewOf({ passwordHash: _, ...view }: Account): AccountView {
  return view;
}

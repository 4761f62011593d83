import { ROLE_NAMES } from '../../../core/access.js';
import { countryName } from '../../../platform/reference-data/index.js';
import {
  Bar,
  Button,
  ButtonLink,
  Card,
  Choices,
  type Column,
  type Form,
  Note,
  PostForm,
  Select,
  Table,
  Tag,
  TextArea,
} from '../../../web/index.js';
import type { Invitable } from '../panel-people.service.js';
import type { CandidateLine, MemberLine, PanelOverview } from '../panel-view.js';
import { CONFLICT_OPTIONS, MINE_TONES, MINE_WORDS, PANEL_STATE_TONES, PANEL_STATE_WORDS, STANDING_TONES, STANDING_WORDS } from './words.js';

/** Forms of the page; one that was refused is shown again, filled in. */
export interface PanelForms {
  readonly declaration: Form;
  readonly conflict: Form;
  readonly members: Form;
  readonly dissolution: Form;
}

/** One panel: what the reader has to do first, then who is on it and how far it is. */
export function PanelPage({ view, forms, invitable }: { view: PanelOverview; forms: PanelForms; invitable: readonly Invitable[] }) {
  const { panel, mine, members, candidates, resultIsOpen } = view;
  return (
    <>
      <p class="row">
        <Tag tone={PANEL_STATE_TONES[panel.state]}>{PANEL_STATE_WORDS[panel.state]}</Tag>
        <span>{`${panel.level} in ${countryName(panel.country)}`}</span>
        {resultIsOpen ? (
          <ButtonLink href={`/panels/${panel.id}/result`} tone="main">
            Ratings, discussion and decision
          </ButtonLink>
        ) : null}
      </p>
      <FirstThing view={view} form={forms.declaration} />
      {mine === null || mine.standing === 'cleared' ? (
        <Card title="Candidates">
          {mine ? (
            <p class="hint">
              Letters were drawn at random and tell nothing about the order. A candidate’s name is shown to you when your own rating is in.
            </p>
          ) : null}
          <Table caption="Candidates by letter" columns={candidateColumns(view)} rows={candidates} keyOf={({ letter }) => letter} />
        </Card>
      ) : null}
      <Card title="Members">
        <Table caption="Members of the panel" columns={MEMBER_COLUMNS} rows={members} keyOf={({ accountId }) => accountId} />
      </Card>
      {view.keepsRecord ? <RecordKeeping view={view} forms={forms} invitable={invitable} /> : null}
    </>
  );
}

function FirstThing({ view: { panel, mine }, form }: { view: PanelOverview; form: Form }) {
  if (panel.state === 'dissolved') return <Note tone="neutral">This panel was dissolved. Its record stays.</Note>;
  if (mine === null)
    return <Note>Members rate blind. You see names because you are not a member; do not tell them to anybody who is.</Note>;
  switch (mine.standing) {
    case 'undeclared':
      return (
        <Card title="First: do you have a conflict of interest?" tone="accent">
          <p>
            Nothing about the candidates is shown before you declare. You need not know who they are: describe the people or organisations
            it could be about, and whoever keeps the record of the panel compares that with the candidates.
          </p>
          <PostForm form={form} action={`/panels/${panel.id}/declaration`}>
            <Choices form={form} name="conflict" label="Conflict of interest" options={CONFLICT_OPTIONS} />
            <TextArea form={form} name="description" label="With whom, and of what kind" hint="Needed unless you have none." optional />
            <Button>Declare</Button>
          </PostForm>
        </Card>
      );
    case 'waiting':
      return <Note tone="warning">The conflict that you described is being compared with the candidates. You can rate after that.</Note>;
    case 'excused':
      return <Note tone="neutral">You were excused from this panel. What you handed in before counts.</Note>;
    case 'recused':
      return <Note tone="danger">You stepped out of this panel because of a conflict of interest. Nothing of it is shown to you.</Note>;
    case 'cleared':
      return mine.of === 0 ? (
        <Note tone="warning">You stepped back from every candidate, so there is nothing for you to rate.</Note>
      ) : (
        <p class="row">
          Your ratings <Bar value={mine.handedIn} max={mine.of} label="Ratings handed in" text={`${mine.handedIn} of ${mine.of}`} />
        </p>
      );
  }
}

function candidateColumns({ panel, mine }: PanelOverview): readonly Column<CandidateLine>[] {
  return [
    {
      head: 'Candidate',
      cell: ({ letter, mine: own }) =>
        own === 'recused' ? `Candidate ${letter}` : <a href={`/panels/${panel.id}/candidates/${letter}`}>{`Candidate ${letter}`}</a>,
      names: true,
    },
    ...(mine ? [{ head: 'Your rating', cell: ({ mine: own }: CandidateLine) => <Tag tone={MINE_TONES[own]}>{MINE_WORDS[own]}</Tag> }] : []),
    {
      head: 'Who it is',
      cell: ({ person }) => (person ? `${person.name ?? 'Has left the roster'}, No. ${person.number}` : 'Not shown yet'),
    },
    { head: 'Ratings to come', cell: ({ missing }) => (missing === 0 ? 'none' : String(missing)), numeric: true },
  ];
}

const MEMBER_COLUMNS: readonly Column<MemberLine>[] = [
  { head: 'Member', cell: ({ name, chairs }) => (chairs ? `${name} (chair)` : name), names: true },
  { head: 'As', cell: ({ role }) => ROLE_NAMES[role] },
  {
    head: 'Declaration',
    cell: ({ standing, ranShortlist, description }) => (
      <>
        <Tag tone={STANDING_TONES[standing]}>{STANDING_WORDS[standing]}</Tag>{' '}
        {ranShortlist ? <Tag tone="warning">Ran the shortlist</Tag> : null}
        {description ? <small>{` “${description}”`}</small> : null}
      </>
    ),
  },
  { head: 'Handed in', cell: ({ handedIn, of }) => `${handedIn} of ${of}`, numeric: true },
];

/** What whoever keeps the record does: compare described conflicts, and give the panel up. */
function RecordKeeping({
  view: { panel, members, candidates },
  forms,
  invitable,
}: {
  view: PanelOverview;
  forms: PanelForms;
  invitable: readonly Invitable[];
}) {
  const waiting = members.filter(({ standing }) => standing === 'waiting');
  const isOpen = panel.state === 'open' || panel.state === 'proposed';
  return (
    <>
      {waiting.map(({ accountId, name, description }) => (
        <Card key={accountId} title={`A conflict to compare: ${name}`} tone="warning">
          <p>{`“${description ?? ''}”`}</p>
          <PostForm form={forms.conflict} action={`/panels/${panel.id}/conflicts`}>
            <input type="hidden" name="accountId" value={accountId} />
            <Choices
              form={forms.conflict}
              name="letters"
              label="Candidates whom it is about"
              hint="The member neither sees nor rates them. Leave all out when it is about nobody here."
              options={candidates.map(
                ({ letter, person }) => [letter, `${letter} – ${person?.name ?? `No. ${person?.number ?? ''}`}`] as const,
              )}
              several
            />
            <TextArea form={forms.conflict} name="resolution" label="What you compared and found" />
            <Button>Record it</Button>
          </PostForm>
        </Card>
      ))}
      {panel.state === 'open' ? <ChangeMembers panel={panel} members={members} form={forms.members} invitable={invitable} /> : null}
      {isOpen ? (
        <details>
          <summary>Dissolve this panel</summary>
          <PostForm form={forms.dissolution} action={`/panels/${panel.id}/dissolution`}>
            <input type="hidden" name="version" value={panel.version} />
            <TextArea form={forms.dissolution} name="reason" label="Why" hint="The record stays, and the members are no longer blind." />
            <Button tone="danger">Dissolve</Button>
          </PostForm>
        </details>
      ) : null}
    </>
  );
}

/** Somebody cannot rate any more, or somebody else is to chair. */
function ChangeMembers({
  panel,
  members,
  form,
  invitable,
}: Pick<PanelOverview, 'panel' | 'members'> & { form: Form; invitable: readonly Invitable[] }) {
  const present = members.filter(({ standing }) => standing !== 'recused' && standing !== 'excused');
  const onPanel = present.map(({ accountId, name }) => [accountId, name] as const);
  const others = invitable.map(({ id, name, role }) => [id, `${name} – ${ROLE_NAMES[role]}`] as const);
  return (
    <details open={form.problems.length > 0 || form.summary !== undefined}>
      <summary>Excuse, invite, or change the chair</summary>
      <PostForm form={form} action={`/panels/${panel.id}/members`}>
        <input type="hidden" name="version" value={panel.version} />
        <Select form={form} name="excuse" label="Excuse" hint="What they handed in counts." options={onPanel} empty="Nobody" optional />
        <Select form={form} name="invite" label="Invite" options={others} empty="Nobody" optional />
        <Select form={form} name="chairId" label="Who chairs from now on" options={[...onPanel, ...others]} empty="As it is" optional />
        <TextArea form={form} name="reason" label="Why the members change" />
        <Button>Change the members</Button>
      </PostForm>
    </details>
  );
}

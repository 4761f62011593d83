import {
  DEGREE_LISTS,
  DEGREE_TERM_LIMITS,
  type DegreeList,
  type DegreeProposal,
  type DegreeTerm,
  type DegreeTermChange,
} from '../../../core/degree-terms.js';
import { DEGREE_FIELDS, DEGREE_LEVELS } from '../../../core/expert.js';
import { Button, Card, type Column, Field, Form, Moment, Note, Select, Table, TextArea } from '../../../web/index.js';
import type { DegreeTermsView } from '../degree-terms.service.js';

const LIST_NAMES: Readonly<Record<DegreeList, string>> = { level: 'Level', field: 'Field of study' };
const VALUE_NAMES: Readonly<Record<DegreeTerm['value'], string>> = {
  secondary: 'secondary school',
  first: 'first-level degree',
  masters: "Master's or equivalent",
  doctorate: 'doctorate',
  'human-rights': 'human rights',
  'international-law': 'international law',
  'public-law': 'public law',
  'political-science': 'political science',
  'international-relations': 'international relations',
  'other-related': 'another related field',
  unrelated: 'unrelated',
};
const VALUES = [...DEGREE_LEVELS, ...DEGREE_FIELDS].map((value) => [value, VALUE_NAMES[value]] as const);

const TERMS: readonly Column<DegreeTerm>[] = [
  { head: 'Words', cell: ({ term }) => term, names: true },
  { head: 'Read as', cell: ({ value }) => VALUE_NAMES[value] },
  { head: 'Note', cell: ({ note }) => note },
];
const CHANGES: readonly Column<DegreeTermChange>[] = [
  { head: 'When', cell: ({ at }) => <Moment value={at} />, names: true },
  { head: 'Who', cell: ({ byName }) => byName },
  { head: 'Words', cell: ({ list, term }) => `${LIST_NAMES[list]}: ${term}` },
  { head: 'From', cell: ({ from }) => (from ? VALUE_NAMES[from] : 'not in the list') },
  { head: 'To', cell: ({ to }) => (to ? VALUE_NAMES[to] : 'taken out') },
  { head: 'Why', cell: ({ reason }) => reason },
];

/** How names of degrees are read: try a title, see the list and its history, change it. */
export function DegreeTermsPage({
  view,
  form,
  title,
  proposal,
  mayChange,
}: {
  view: DegreeTermsView;
  form: Form;
  title: string;
  proposal: DegreeProposal | null;
  mayChange: boolean;
}) {
  return (
    <>
      <p class="lead">
        What the title of a degree says about its level and its field. It is proposed to whoever enters a profile and never stored by
        itself; the longest words that fit count. A degree that is not finished has no day of award and never counts.
      </p>
      <Card title="Try a title">
        <form method="get" action="/rules/degrees" class="row">
          <Field form={new Form({ title })} name="title" label="Title of a degree" optional />
          <Button tone="quiet">Read it</Button>
        </form>
        {proposal ? <Proposal proposal={proposal} /> : null}
      </Card>
      {mayChange ? <ChangeForm form={form} /> : null}
      {DEGREE_LISTS.map((list) => (
        <Card key={list} title={LIST_NAMES[list]}>
          <Table
            caption={`${LIST_NAMES[list]} by words of the title`}
            columns={TERMS}
            rows={view.terms.filter((term) => term.list === list)}
            keyOf={({ term }) => term}
          />
        </Card>
      ))}
      <section id="history">
        <Card title="Changes">
          <Table
            caption="Every change of the list, newest first"
            columns={CHANGES}
            rows={[...view.history].reverse()}
            keyOf={({ at, term }) => `${at} ${term}`}
            empty="Nobody has changed the list."
          />
        </Card>
      </section>
    </>
  );
}

function Proposal({ proposal: { level, field, completed, because } }: { proposal: DegreeProposal }) {
  return (
    <>
      <p role="status">
        {`Level: ${level ? VALUE_NAMES[level] : 'nothing to propose'}. Field: ${field ? VALUE_NAMES[field] : 'nothing to propose'}.`}
        {because.length > 0 ? ` Because of ${because.map(({ term }) => `“${term}”`).join(' and ')}.` : ''}
      </p>
      {completed ? null : (
        <Note tone="warning">The title says that the degree was not finished: leave the day of award empty, and it does not count.</Note>
      )}
    </>
  );
}

function ChangeForm({ form }: { form: Form }) {
  return (
    <Card title="Change the list">
      <form method="post" action="/rules/degrees" class="form" noValidate>
        <Select form={form} name="list" label="List" options={LIST_NAMES} empty="Choose a list" />
        <Field form={form} name="term" label="Words" hint="As they stand in titles; accents and full stops make no difference." />
        <Select form={form} name="value" label="Read as" options={VALUES} empty="take it out of the list" optional />
        <TextArea
          form={form}
          name="reason"
          label="Reason, and the source"
          rows={2}
          hint={`At most ${DEGREE_TERM_LIMITS.reason} characters. Kept with your name for good.`}
        />
        <Button>Change the list</Button>
      </form>
    </Card>
  );
}

import type { Actor } from '../../src/core/access.js';
import {
  Bar,
  Button,
  ButtonLink,
  Card,
  Choices,
  Day,
  Definition,
  Empty,
  Field,
  Form,
  Moment,
  Money,
  Note,
  Pagination,
  PostForm,
  page,
  Select,
  StackedBar,
  Table,
  Tag,
  TextArea,
  Tick,
} from '../../src/web/index.js';

const ME: Actor = { accountId: '1', role: 'recruiter', name: 'Fictional Recruiter', country: null, agency: null };
const FORM = new Form({ title: 'Adviser', 'kinds[]': '', kinds: ['human-rights'], urgency: 'urgent', 'languages.0.level': '7' }, [
  { field: 'languages.0.level', message: 'Choose a level from 1 to 4.' },
  { field: 'kinds', message: 'Tick at least two kinds.' },
]);
const ROWS = [
  { number: 1041, name: 'Human Rights Adviser, Nairobi', state: 'Open', score: 862_000 },
  { number: 1042, name: 'Human Rights Adviser, Niamey', state: 'Waiting', score: 431_500 },
];
const SEGMENTS = ['Themes', 'Experience', 'Languages', 'Knowledge', 'Field', 'Country', 'Skills', 'Trainings'].map((label, at) => ({
  label,
  value: 20 - at * 2,
}));

/** Each component once, with and without problems, as one document. */
export function gallery(): string {
  return page({ title: 'Gallery', me: ME, wide: true, flash: 'The shortlist was saved.', enhanced: true }, <Gallery />).render();
}

function Gallery() {
  return (
    <>
      <p class="lead">Every component of the desk on one page.</p>
      <div class="row">
        <Tag>Draft</Tag> <Tag tone="good">Eligible</Tag> <Tag tone="warning">Waiting</Tag> <Tag tone="danger">Declined</Tag>{' '}
        <Tag tone="accent">Verified</Tag>
        <ButtonLink href="/posts/new" tone="main">
          New post
        </ButtonLink>{' '}
        <ButtonLink href="/posts">All posts</ButtonLink>
      </div>
      <Note tone="warning">Two experts declined; the next one is proposed.</Note>
      <Table
        caption="Posts"
        rows={ROWS}
        keyOf={(row) => row.number}
        columns={[
          { head: 'Post', names: true, cell: (row) => <a href="/posts/1">{row.name}</a> },
          { head: 'State', cell: (row) => <Tag tone={row.state === 'Open' ? 'good' : 'warning'}>{row.state}</Tag> },
          { head: 'Score', cell: (row) => <Bar value={row.score} max={1_000_000} label="Score" text={String(row.score / 10_000)} /> },
          { head: 'Number', numeric: true, cell: (row) => row.number },
        ]}
      />
      <Pagination page={2} pageSize={50} total={2_041} hrefOf={(at) => `/roster?page=${at}`} />
      <div class="split">
        <Card title="Score" tone="accent" actions={<Tag tone="good">Rank 1</Tag>}>
          <StackedBar label="Score" max={120} segments={SEGMENTS} />
        </Card>
        <Card title="Terms">
          <Definition
            items={[
              ['Starts', <Day value="2026-11-24" />],
              ['Asked', <Moment value="2026-11-24T05:43:29.000Z" />],
              ['Budget', <Money cents={25_000_000} />],
              ['Ends', <Day value={null} />],
            ]}
          />
        </Card>
      </div>
      <details>
        <summary>How this was counted</summary>
        <p>Overlapping periods count once.</p>
      </details>
      <Empty>No requests yet.</Empty>
      <PostForm form={FORM} action="/posts">
        <Field form={FORM} name="title" label="Title" hint="As it will stand on the shortlist." />
        <Field form={FORM} name="languages.0.level" label="Level" type="number" />
        <Field form={FORM} name="from" label="First day" type="date" optional />
        <Select form={FORM} name="country" label="Country" options={{ KEN: 'Kenya', NER: 'Niger' }} empty="Choose a country" />
        <Choices
          form={FORM}
          name="kinds"
          label="Kinds of experience"
          options={{ 'human-rights': 'Human rights', development: 'Development' }}
          several
        />
        <Choices
          form={FORM}
          name="urgency"
          label="Urgency"
          options={{ immediate: 'Immediate', urgent: 'Urgent', planned: 'Planned' }}
          inline
        />
        <TextArea form={FORM} name="reason" label="Reason" />
        <Tick form={FORM} name="inLieu" label="Accept a first degree with two more years" optional />
        <div class="row">
          <Button>Save</Button> <Button tone="quiet">Back</Button> <Button tone="danger">Withdraw</Button>
        </div>
      </PostForm>
    </>
  );
}

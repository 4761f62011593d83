import { QUEUE_STATES, URGENCIES } from '../../../core/surge.js';
import { Bar, Button, ButtonLink, type Column, Day, Form, Moment, Select, Table, Tag } from '../../../web/index.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import type { SurgeQueueQueryDto } from '../surge.dto.js';
import type { ToArrange } from '../surge-alternatives.dto.js';
import type { OfficerView } from '../surge-desk.dto.js';
import type { ClockView, OfficerLoad, QueueLine } from '../surge-view.dto.js';
import { SupportToArrange } from './alternatives.js';
import { Board } from './board.js';
import { countryText, STAGE_WORDS, stageText } from './desk-words.js';
import { Owes, StageTag } from './stages.js';
import { clockText, STATE_TONES, STATE_WORDS, termsText, URGENCY_SHORT, URGENCY_TONES } from './words.js';

const QUEUE_FILTER = QUEUE_STATES.map((state) => [state, STATE_WORDS[state]] as const);

/** The ways of looking at the queue. */
export const QUEUE_VIEWS = ['list', 'board'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** The queue, as a list or as a board: each request with its clocks, who has it, and the numbers that its place was made from. */
export function Queue({
  lines,
  drafts,
  query,
  view,
  load,
  officers,
  mayRequest,
  toArrange,
}: {
  lines: readonly QueueLine[];
  drafts: readonly SurgeRequest[];
  query: SurgeQueueQueryDto;
  view: QueueView;
  /** Null for whoever is not of the desk. */
  load: readonly OfficerLoad[] | null;
  officers: readonly OfficerView[];
  mayRequest: boolean;
  toArrange: readonly ToArrange[];
}) {
  const other = view === 'board' ? 'list' : 'board';
  return (
    <>
      <div class="row">
        {mayRequest ? (
          <ButtonLink href="/surge/new" tone="main">
            New request
          </ButtonLink>
        ) : null}
        <ButtonLink href={`/surge?${search(query, other)}`}>{other === 'board' ? 'As a board' : 'As a list'}</ButtonLink>
        <ButtonLink href="/surge/past">Missions and past requests</ButtonLink>
      </div>
      <Drafts drafts={drafts} />
      <p class="hint">
        Order: what an officer moved; then urgency, severity, share of the clock used and waiting time, the larger first; then the smaller
        reference. The clocks stand still while the requesting office owes an answer.
      </p>
      <Filters query={query} view={view} officers={officers} />
      {view === 'board' ? (
        <Board lines={lines} />
      ) : (
        <Table caption="The queue" columns={COLUMNS} rows={lines} keyOf={(line) => line.request.id} empty="No request is waiting." />
      )}
      <SupportToArrange all={toArrange} />
      {load ? <Load load={load} view={view} /> : null}
    </>
  );
}

function Filters({ query, view, officers }: { query: SurgeQueueQueryDto; view: QueueView; officers: readonly OfficerView[] }) {
  const form = new Form({
    urgency: query.urgency ?? '',
    state: query.state ?? '',
    officer: query.officer ?? '',
    late: query.late ? 'true' : '',
  });
  return (
    <form method="get" action="/surge" class="filters">
      {view === 'board' ? <input type="hidden" name="view" value="board" /> : null}
      <Select
        form={form}
        name="urgency"
        label="Urgency"
        options={URGENCIES.map((one) => [one, URGENCY_SHORT[one]] as const)}
        empty="Every urgency"
        optional
      />
      <Select form={form} name="state" label="State" options={QUEUE_FILTER} empty="Every state" optional />
      {officers.length > 0 ? (
        <Select
          form={form}
          name="officer"
          label="With"
          options={[['nobody', 'Nobody'], ...officers.map(({ id, name }) => [id, name] as const)]}
          empty="Everybody"
          optional
        />
      ) : null}
      <Select form={form} name="late" label="Time" options={[['true', 'Late only']]} empty="Late or not" optional />
      <div class="field">
        <Button tone="quiet">Filter</Button>
      </div>
    </form>
  );
}

/** The same filters, in the other way of looking. */
function search({ urgency, state, country, officer, late }: SurgeQueueQueryDto, view: QueueView): string {
  const all = { urgency, state, country, officer, late: late ? 'true' : undefined, view };
  return new URLSearchParams(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined)).toString();
}

function Drafts({ drafts }: { drafts: readonly SurgeRequest[] }) {
  if (drafts.length === 0) return null;
  return (
    <section>
      <h2>Drafts</h2>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <a href={`/surge/${draft.id}`}>{draft.reference}</a>, begun <Moment value={draft.createdAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const COLUMNS: readonly Column<QueueLine>[] = [
  {
    head: 'Request',
    names: true,
    cell: ({ place, request }) => (
      <span>
        {place}.{' '}
        <a class="nowrap" href={`/surge/${request.id}`}>
          {request.reference}
        </a>{' '}
        · {countryText(request.country)}
      </span>
    ),
  },
  {
    head: 'State',
    cell: ({ request }) => (
      <>
        <Tag tone={URGENCY_TONES[request.urgency]}>{URGENCY_SHORT[request.urgency]}</Tag>{' '}
        <Tag tone={STATE_TONES[request.state]}>{STATE_WORDS[request.state]}</Tag> <Owes request={request} />
      </>
    ),
  },
  { head: 'Clock', cell: ({ clock }) => <ClockBar clock={clock} /> },
  {
    head: 'Stage',
    cell: ({ stage }) =>
      stage ? (
        <>
          {STAGE_WORDS[stage.stage]} <StageTag stage={stage} />
          <p class="hint">{stageText(stage)}</p>
        </>
      ) : (
        '–'
      ),
  },
  { head: 'With', cell: ({ officer }) => officer ?? <em>Nobody yet</em> },
  {
    head: 'Dates and places',
    cell: ({ request }) => (
      <span>
        <Day value={request.startsOn} /> to <Day value={request.endsOn} />, {request.seats} {request.seats === 1 ? 'place' : 'places'}
      </span>
    ),
  },
  { head: 'Order', cell: (line) => <Terms line={line} /> },
];

/** The numbers that the place was made from, in the order in which they are compared. */
function Terms({ line: { terms } }: { line: QueueLine }) {
  return (
    <small>
      {termsText(terms).map((term, at) => (
        <span key={term}>
          {at > 0 ? ' · ' : ''}
          <span class="nowrap">{term}</span>
        </span>
      ))}
    </small>
  );
}

/** How much of the clock is used, with what is left in words. Late is said, not only coloured. */
export function ClockBar({ clock }: { clock: ClockView }) {
  const percent = Math.floor(clock.usedPermille / 10);
  return (
    <div>
      <Bar value={percent} max={100} label="Per cent of the clock used" text={`${percent} %`} />
      <p class="hint">
        {clock.late ? <Tag tone="danger">Late</Tag> : null} {clockText(clock)}
      </p>
    </div>
  );
}

function Load({ load, view }: { load: readonly OfficerLoad[]; view: QueueView }) {
  const columns: readonly Column<OfficerLoad>[] = [
    {
      head: 'With',
      names: true,
      cell: ({ officerId, officer }) => (
        <a href={`/surge?${search({ officer: officerId ?? 'nobody' }, view)}`}>
          {officerId === null ? 'Nobody yet' : (officer ?? 'Former colleague')}
        </a>
      ),
    },
    { head: 'Requests', numeric: true, cell: ({ requests }) => requests },
    { head: 'Late', numeric: true, cell: ({ late }) => (late > 0 ? <Tag tone="danger">{`${late} late`}</Tag> : 0) },
  ];
  return (
    <section>
      <h2>Load by officer</h2>
      <Table caption="Load by officer" columns={columns} rows={load} keyOf={({ officerId }) => officerId ?? 'nobody'} />
    </section>
  );
}

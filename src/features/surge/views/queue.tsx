import { QUEUE_STATES, URGENCIES } from '../../../core/surge.js';
import { QUEUE_TERMS } from '../../../core/surge-queue.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { Bar, Button, ButtonLink, type Column, Day, Form, Moment, Pagination, Select, Table, Tag } from '../../../web/index.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import type { SurgeQueueQueryDto } from '../surge.dto.js';
import type { ClockView, PastLine, PastPage, QueueLine } from '../surge-view.dto.js';
import { clockText, STATE_TONES, STATE_WORDS, TERM_WORDS, termText, URGENCY_SHORT, URGENCY_TONES } from './words.js';

const QUEUE_FILTER = QUEUE_STATES.map((state) => [state, STATE_WORDS[state]] as const);

/** The queue as a list: each request with its clock and the numbers that its place was made from. */
export function Queue({
  lines,
  drafts,
  filter,
  mayRequest,
}: {
  lines: readonly QueueLine[];
  drafts: readonly SurgeRequest[];
  filter: SurgeQueueQueryDto;
  mayRequest: boolean;
}) {
  return (
    <>
      <div class="row">
        {mayRequest ? (
          <ButtonLink href="/surge/new" tone="main">
            New request
          </ButtonLink>
        ) : null}
        <ButtonLink href="/surge/past">Missions and past requests</ButtonLink>
      </div>
      <Drafts drafts={drafts} />
      <p class="hint">
        Order: what an officer moved; then urgency, severity, share of the clock used and waiting time, the larger first; then the smaller
        reference. The clock stands still while the requesting office owes an answer.
      </p>
      <form method="get" action="/surge" class="filters">
        <Select
          form={filterForm(filter)}
          name="urgency"
          label="Urgency"
          options={URGENCIES.map((one) => [one, URGENCY_SHORT[one]] as const)}
          empty="Every urgency"
          optional
        />
        <Select form={filterForm(filter)} name="state" label="State" options={QUEUE_FILTER} empty="Every state" optional />
        <div class="field">
          <Button tone="quiet">Filter</Button>
        </div>
      </form>
      <Table caption="The queue" columns={COLUMNS} rows={lines} keyOf={(line) => line.request.id} empty="No request is waiting." />
    </>
  );
}

function filterForm({ urgency, state }: SurgeQueueQueryDto): Form {
  return new Form({ urgency: urgency ?? '', state: state ?? '' });
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
        · {countryName(request.country)}
      </span>
    ),
  },
  { head: 'Urgency', cell: ({ request }) => <Tag tone={URGENCY_TONES[request.urgency]}>{URGENCY_SHORT[request.urgency]}</Tag> },
  { head: 'State', cell: ({ request }) => <Tag tone={STATE_TONES[request.state]}>{STATE_WORDS[request.state]}</Tag> },
  { head: 'Clock', cell: ({ clock }) => <ClockBar clock={clock} /> },
  {
    head: 'Dates',
    cell: ({ request }) => (
      <span>
        <Day value={request.startsOn} /> to <Day value={request.endsOn} />
      </span>
    ),
  },
  { head: 'Places', numeric: true, cell: ({ request }) => request.seats },
  {
    head: 'Order',
    cell: ({ terms }) => <small>{QUEUE_TERMS.map((term) => `${TERM_WORDS[term]} ${termText(term, terms[term])}`).join(' · ')}</small>,
  },
];

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

const PAST_COLUMNS: readonly Column<PastLine>[] = [
  { head: 'Request', names: true, cell: (past) => <a href={`/surge/${past.id}`}>{past.reference}</a> },
  { head: 'Country', cell: (past) => countryName(past.country) },
  { head: 'State', cell: (past) => <Tag tone={STATE_TONES[past.state]}>{STATE_WORDS[past.state]}</Tag> },
  {
    head: 'Dates',
    cell: (past) => (
      <span>
        <Day value={past.startsOn} /> to <Day value={past.endsOn} />
      </span>
    ),
  },
  { head: 'Clock stopped', cell: (past) => <Moment value={past.stoppedAt} /> },
];

/** Missions that run and requests that are over, by pages, so that they never slow the queue. */
export function PastRequests({ found }: { found: PastPage }) {
  return (
    <>
      <p>
        <a href="/surge">Back to the queue</a>
      </p>
      <Table
        caption="Missions and past requests"
        columns={PAST_COLUMNS}
        rows={found.requests}
        keyOf={(past) => past.id}
        empty="Nobody has been deployed and no request is over yet."
      />
      <Pagination page={found.page} pageSize={found.pageSize} total={found.total} hrefOf={(page) => `/surge/past?page=${page}`} />
    </>
  );
}

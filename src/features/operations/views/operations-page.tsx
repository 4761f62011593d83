import type { JobCounts } from '../../../platform/outbox/index.js';
import { Button, ButtonLink, Card, type Column, Definition, Moment, Note, Pagination, Table } from '../../../web/components/index.js';
import type { DeadJob, DeadKind, DeadPage } from '../dead-jobs.service.js';
import type { OperationsView } from '../operations.service.js';
import { alarmText, durationText } from './words.js';

/** The state of the machine: alarms on top, then what moves, what waits, and what was given up. */
export function OperationsPage({
  view,
  kinds,
  dead,
  mayReplay,
  hasBoard,
  keptDays,
}: {
  view: OperationsView;
  kinds: readonly DeadKind[];
  dead: DeadPage;
  mayReplay: boolean;
  hasBoard: boolean;
  keptDays: number;
}) {
  return (
    <>
      <Alarms alarms={view.health.alarms} />
      <State view={view} hasBoard={hasBoard} />
      <Card title="Jobs">
        <p class="hint">
          What follows from a decision: a mail, a deadline, an import. Each is written down with the decision and done once. What was done
          is counted for {keptDays} days.
        </p>
        <Table
          caption="Jobs by name and state"
          columns={JOB_COLUMNS}
          rows={view.jobs}
          keyOf={(job) => job.name}
          empty="No job has been asked for yet."
        />
      </Card>
      <Card title="Given up">
        <p class="hint">
          Jobs that failed in every try, or that another try would not help. Remove the cause first. Running one again reads the present
          state, so that what was settled otherwise stays as it is.
        </p>
        <Table
          caption="Jobs that were given up, by kind of failure"
          columns={mayReplay ? [...KIND_COLUMNS, REPLAY_KIND] : KIND_COLUMNS}
          rows={kinds}
          keyOf={(kind) => `${kind.name} ${kind.failure}`}
          empty="No job was given up."
        />
      </Card>
      {dead.total > 0 ? (
        <Card title="Each of them">
          <Table
            caption="Jobs that were given up, latest first"
            columns={mayReplay ? [...DEAD_COLUMNS, REPLAY_ONE] : DEAD_COLUMNS}
            rows={dead.jobs}
            keyOf={(job) => job.id}
          />
          <Pagination page={dead.page} pageSize={dead.pageSize} total={dead.total} hrefOf={(page) => `/operations?page=${page}`} />
        </Card>
      ) : null}
    </>
  );
}

function Alarms({ alarms }: { alarms: readonly string[] }) {
  if (alarms.length === 0) return <Note tone="good">Nothing needs anybody.</Note>;
  return (
    <Note tone="danger">
      <ul>
        {alarms.map((alarm) => (
          <li key={alarm}>{alarmText(alarm)}</li>
        ))}
      </ul>
    </Note>
  );
}

function State({ view: { health, lag, queue }, hasBoard }: { view: OperationsView; hasBoard: boolean }) {
  return (
    <Card title="Now" actions={hasBoard ? <ButtonLink href="/operations/queue">Look into Redis</ButtonLink> : undefined}>
      <Definition
        items={[
          ['Database', health.database ? 'answers' : 'does not answer'],
          ['Queue', health.queue ? 'answers' : 'does not answer'],
          ['Last look for due jobs', `${durationText(health.relaySilentFor)} ago`],
          ['Longest due', lag === 0 ? 'nothing is due' : `for ${durationText(lag)}`],
          ['Deliveries waiting (up to ten jobs each)', queue?.waiting ?? '–'],
          ['Deliveries running', queue?.running ?? '–'],
          ['Processes that take jobs', queue?.workers ?? '–'],
        ]}
      />
    </Card>
  );
}

const JOB_COLUMNS: readonly Column<JobCounts>[] = [
  { head: 'Job', cell: (job) => job.name, names: true },
  { head: 'Due', cell: (job) => job.due, numeric: true },
  { head: 'Overdue', cell: (job) => job.overdue, numeric: true },
  { head: 'Scheduled', cell: (job) => job.scheduled, numeric: true },
  { head: 'Of these to be retried', cell: (job) => job.retrying, numeric: true },
  { head: 'Done', cell: (job) => job.done, numeric: true },
  { head: 'Given up', cell: (job) => job.dead, numeric: true },
];

const KIND_COLUMNS: readonly Column<DeadKind>[] = [
  { head: 'Job', cell: (kind) => kind.name, names: true },
  { head: 'Kind of failure', cell: (kind) => kind.failure },
  { head: 'How many', cell: (kind) => kind.count, numeric: true },
  { head: 'Latest', cell: (kind) => <Moment value={kind.latest} /> },
];

const REPLAY_KIND: Column<DeadKind> = {
  head: 'Action',
  cell: (kind) => (
    <form method="post" action="/operations/dead-kinds/replay">
      <input type="hidden" name="name" value={kind.name} />
      <input type="hidden" name="failure" value={kind.failure} />
      <Button tone="quiet">Run all again</Button>
    </form>
  ),
};

const DEAD_COLUMNS: readonly Column<DeadJob>[] = [
  { head: 'Number', cell: (job) => <code>{job.id}</code>, names: true },
  { head: 'Job', cell: (job) => job.name },
  { head: 'Kind of failure', cell: (job) => job.failure },
  { head: 'Tries', cell: (job) => job.attempts, numeric: true },
  { head: 'Asked for', cell: (job) => <Moment value={job.createdAt} /> },
  { head: 'Given up', cell: (job) => <Moment value={job.finishedAt} /> },
];

const REPLAY_ONE: Column<DeadJob> = {
  head: 'Action',
  cell: (job) => (
    <form method="post" action={`/operations/dead-jobs/${job.id}/replay`}>
      <Button tone="quiet">Run again</Button>
    </form>
  ),
};

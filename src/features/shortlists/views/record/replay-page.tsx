import type { Replay, ReplayDifference } from '../../../../core/matching/index.js';
import { Card, type Column, Note, Table } from '../../../../web/index.js';
import { count, counted } from '../numbers.js';
import { BackToList } from './run-links.js';

const COLUMNS: readonly Column<ReplayDifference>[] = [
  { head: 'Roster number', cell: ({ number }) => (number === null ? 'the run' : `No. ${number}`), names: true },
  { head: 'Value', cell: ({ path }) => <code>{path}</code> },
  { head: 'As it was kept', cell: ({ frozen }) => <code>{short(frozen)}</code> },
  { head: 'As it comes out', cell: ({ recomputed }) => <code>{short(recomputed)}</code> },
];

/** Whether the frozen input still gives the frozen result. */
export function ReplayPage({ runId, result }: { runId: string; result: Replay }) {
  return (
    <>
      <BackToList run={{ id: runId }} />
      {result.equal ? (
        <Note tone="good">
          <strong>Equal to the last digit.</strong>{' '}
          {`The run was computed again from the roster as it saw it: ${counted(result.people, 'person', 'people')} and ${counted(result.values, 'value')} compared, none differs.`}
        </Note>
      ) : (
        <Note tone="danger">
          <strong>{`${counted(result.differing, 'value')} came out otherwise.`}</strong>{' '}
          {`${count(result.values)} values of ${counted(result.people, 'person', 'people')} were compared. Either the kept result was changed, or the rules were: compare the rubric versions first.`}
        </Note>
      )}
      {result.equal ? null : (
        <Card title={`The first ${count(result.differences.length)} differences`}>
          <Table
            caption="Values that differ"
            columns={COLUMNS}
            rows={result.differences}
            keyOf={({ number, path }) => `${number} ${path}`}
          />
        </Card>
      )}
    </>
  );
}

function short(json: string | null): string {
  if (json === null) return 'nothing';
  return json.length > 120 ? `${json.slice(0, 120)}…` : json;
}

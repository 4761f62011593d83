import { GATES } from '../../../core/matching/index.js';
import { GATE_NAMES } from '../../../web/criteria.js';
import { Bar, Table } from '../../../web/index.js';
import type { ShortlistView } from '../shortlist-view.js';
import { count } from './numbers.js';

/** Which gate excludes most: the first thing to look at when too few are eligible. */
export function UnmetByGate({ run }: { run: ShortlistView['run'] }) {
  const gates = GATES.filter((gate) => run.unmetByGate[gate] > 0).sort((a, b) => run.unmetByGate[b] - run.unmetByGate[a]);
  if (gates.length === 0) return null;
  return (
    <details>
      <summary>How many people miss each gate</summary>
      <Table
        caption="People who miss each gate; one person can miss several"
        rows={gates}
        keyOf={(gate) => gate}
        columns={[
          { head: 'Gate', cell: (gate) => GATE_NAMES[gate], names: true },
          {
            head: 'People who miss it',
            cell: (gate) => (
              <Bar
                value={run.unmetByGate[gate]}
                max={run.considered}
                label={`Miss ${GATE_NAMES[gate]}`}
                text={count(run.unmetByGate[gate])}
              />
            ),
          },
        ]}
      />
    </details>
  );
}

import type { CandidateDiff, ChangeStep, Standing } from '../../../../core/matching/index.js';
import { CRITERION_NAMES, GATE_NAMES } from '../../../../web/criteria.js';
import { Card, type Column, Day, Definition, Moment, Note, Table } from '../../../../web/index.js';
import type { DiffView } from '../../run-studies.service.js';
import { count, counted, exactText } from '../numbers.js';
import { PersonName } from '../person.js';
import { factWords, SOURCE_NAMES } from './fact-words.js';
import { BackToList } from './run-links.js';

/** People who passed somebody and are listed by number. */
const PASSERS = 5;
/** Changes of the question that are repeated at each person. */
const FACTS = 3;

/** What changed from one run to the next, for each person which criterion moved and which fact moved it. */
export function DiffPage({ view }: { view: DiffView }) {
  const { run, other, diff, names } = view;
  const columns: readonly Column<CandidateDiff>[] = [
    { head: 'Expert', cell: ({ number }) => <PersonName person={{ number, name: names.get(number) ?? null }} />, names: true },
    { head: 'Rank', cell: ({ before, after }) => <span class="nowrap">{`${placeWords(before)} → ${placeWords(after)}`}</span> },
    { head: 'Total', cell: totalWords, numeric: true },
    { head: 'Moved most', cell: ({ leading }) => (leading ? CRITERION_NAMES[leading] : '–') },
    { head: 'Why', cell: (one) => <Why one={one} /> },
  ];
  return (
    <>
      <BackToList run={run} />
      <Definition
        items={[
          ['Earlier run', <Moment value={other.runAt} />],
          ['Later run', <Moment value={run.runAt} />],
          ['Roster revision', `${count(other.rosterRevision)} → ${count(run.rosterRevision)}`],
          [
            'As of',
            <>
              <Day value={other.asOf} /> → <Day value={run.asOf} />
            </>,
          ],
          ['Eligible', `${count(diff.eligible.before)} → ${count(diff.eligible.after)}`],
          ['Unchanged on the list', count(diff.unchanged)],
        ]}
      />
      {diff.asked.length > 0 ? (
        <Card title="What was asked differently">
          <ul>
            {diff.asked.map((fact) => (
              <li key={factWords(fact)}>{factWords(fact)}</li>
            ))}
          </ul>
        </Card>
      ) : null}
      <section aria-labelledby="changed">
        <h2 id="changed">{counted(diff.changed.length, 'person stands', 'people stand')} otherwise</h2>
        <Note>
          Causes are applied one after another: profile, day, needs, rules, weights. The points of the steps sum exactly to the change of
          the total.
        </Note>
        <Table
          caption="People who stand otherwise in the later run"
          columns={columns}
          rows={diff.changed}
          keyOf={({ number }) => number}
          empty="The two runs list the same people with the same totals."
        />
      </section>
    </>
  );
}

function Why({ one }: { one: CandidateDiff }) {
  if (!one.before.known) return <>New on the roster.</>;
  if (!one.after.known) return <>No longer on the roster.</>;
  return (
    <ul>
      {one.steps.map((step) => (
        <li key={step.source}>
          <strong>{`${SOURCE_NAMES[step.source]}. `}</strong>
          {stepWords(step)}
          <Facts step={step} />
        </li>
      ))}
      {one.passedBy.length > 0 ? (
        <li>{`Passed by ${counted(one.passedBy.length, 'person', 'people')}: ${one.passedBy
          .slice(0, PASSERS)
          .map((number) => `No. ${number}`)
          .join(', ')}${one.passedBy.length > PASSERS ? ' and others' : ''}.`}</li>
      ) : null}
    </ul>
  );
}

/** What somebody's own profile changed is told in full; what was asked differently stands above for everybody. */
function Facts({ step: { source, facts } }: { step: ChangeStep }) {
  const shown = source === 'profile' ? facts : facts.slice(0, FACTS);
  if (shown.length === 0) return null;
  return (
    <ul>
      {shown.map((fact) => (
        <li key={factWords(fact)}>{factWords(fact)}</li>
      ))}
      {shown.length < facts.length ? <li>{`and ${counted(facts.length - shown.length, 'more change')}, above`}</li> : null}
    </ul>
  );
}

function stepWords({ points, gates, verifiedBy }: ChangeStep): string {
  const parts = [
    ...points.map(({ criterion, by }) => `${CRITERION_NAMES[criterion]} ${signed(by)}`),
    ...gates.map(({ gate, met }) => `${GATE_NAMES[gate]} is ${met ? 'met now' : 'no longer met'}`),
  ];
  if (verifiedBy !== 0) parts.push(`as verified ${signed(verifiedBy)}`);
  return `${parts.length > 0 ? parts.join(', ') : 'No point moved'}.`;
}

function placeWords({ known, rank, unmet }: Standing): string {
  if (!known) return 'not on the roster';
  return rank === null ? `not eligible (${counted(unmet.length, 'gate')})` : count(rank);
}

function totalWords({ before, after }: CandidateDiff): string {
  if (before.total === null || after.total === null) return after.total === null ? '–' : exactText(after.total);
  return before.total === after.total ? exactText(after.total) : `${exactText(after.total)} (${signed(after.total - before.total)})`;
}

/** Points with their sign, exact. */
function signed(points: number): string {
  return points < 0 ? `−${exactText(-points)}` : `+${exactText(points)}`;
}

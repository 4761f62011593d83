import type { Entry, EntryWay } from '../../../../core/matching/index.js';
import { CRITERION_NAMES, GATE_NAMES } from '../../../../web/criteria.js';
import { Button, Card, ErrorSummary, Field, type Form, Note } from '../../../../web/index.js';
import type { RobustnessView } from '../../run-studies.service.js';
import { count, counted, exactText, valueText } from '../numbers.js';
import { gateWords } from '../wording.js';
import { raisesWords } from './raise-words.js';
import { Lead, outside, Ranges } from './rank-ranges.js';
import { BackToList } from './run-links.js';

/** How much the ranks hang on the weights. */
export function RobustnessPage({ view, form }: { view: RobustnessView; form: Form }) {
  const { run, study } = view;
  return (
    <>
      <BackToList run={run} />
      <Lead view={view} />
      <form method="get" class="form" noValidate>
        <ErrorSummary form={form} />
        <div class="row">
          <Field form={form} name="top" label="Places that count as the top" type="number" min={1} max={50} />
          <Field
            form={form}
            name="seed"
            label="Seed of the random weightings"
            type="number"
            min={0}
            hint="The same seed gives the same figures."
          />
          <Field
            form={form}
            name="number"
            label="What would bring in No."
            type="number"
            min={0}
            optional
            hint="Roster number of anybody who was considered."
          />
          <Button tone="quiet">Look again</Button>
        </div>
      </form>
      <Asked view={view} />
      <Ranges view={view} />
      <Entries view={view} />
      <Card title="How this is computed">
        <ul>
          <li>
            {`Each weight a fifth lower and a fifth higher (${study.variations} variations): rounded half up, by at least one; the others share the rest in their proportions, whole numbers by the largest remainder.`}
          </li>
          <li>
            {`${count(study.weightings)} random weightings${outside(view) ? ', the same for both' : ''}: every set of whole numbers that sums to 100 over the criteria that carry weight is equally likely; this is far wider than any reasonable disagreement, so a place that holds here is firm.`}
          </li>
          <li>A swap is the smallest change of one weight that puts the next person ahead, the others sharing the rest as above.</li>
        </ul>
      </Card>
    </>
  );
}

function Entries({ view: { study, entries, names } }: { view: RobustnessView }) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{`What would have to be true to enter the first ${study.top}`}</h2>
      <Note>
        One criterion alone, everything else as it is; or one weight alone, the others sharing the rest. Each is the smallest that is
        enough.
      </Note>
      {entries.map((entry) => (
        <EntryCard key={entry.number} entry={entry} name={names.get(entry.number)} />
      ))}
    </section>
  );
}

/** The answer about one person who was asked about by roster number. */
function Asked({ view: { run, study, asked, names } }: { view: RobustnessView }) {
  if (!asked) return null;
  const { number } = asked;
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{`What would bring No. ${number} into the first ${study.top}`}</h2>
      {asked.kind === 'behind' ? <EntryCard entry={asked.entry} name={names.get(number)} /> : null}
      {asked.kind === 'in-top' ? <Note tone="good">{`Nothing is needed: No. ${number} is among the first ${study.top}.`}</Note> : null}
      {asked.kind === 'not-eligible' ? (
        <Card title={`Not eligible, No. ${number}`}>
          <p>No weight and no value brings in somebody who does not meet every gate. What is missing first:</p>
          <ul>
            {asked.unmet.map((verdict) => (
              <li key={verdict.gate}>
                <strong>{GATE_NAMES[verdict.gate]}.</strong> {gateWords(verdict)}
              </li>
            ))}
          </ul>
          <a href={`/shortlists/${run.id}/candidates/${number}`}>Open down to the evidence</a>
        </Card>
      ) : null}
    </section>
  );
}

function EntryCard({ entry, name }: { entry: Entry; name: string | null | undefined }) {
  return (
    <Card title={`Rank ${count(entry.rank)}, No. ${entry.number}`}>
      <p>{`${name ? `${name}: ` : ''}${exactText(entry.gap)} points are missing.`}</p>
      <Ways entry={entry} />
      <p>{weightWords(entry.weight)}</p>
    </Card>
  );
}

function Ways({ entry: { ways, together } }: { entry: Entry }) {
  if (ways.length > 0) return <WayList ways={ways} />;
  if (together.length === 0) return <p>No criterion can give that much, and not even all of them together.</p>;
  return (
    <>
      <p>{`No single criterion can give that much. The fewest that can together are these ${together.length}:`}</p>
      <WayList ways={together} />
    </>
  );
}

function WayList({ ways }: { ways: readonly EntryWay[] }) {
  return (
    <ul>
      {ways.map(({ criterion, value, needed, raises }) => (
        <li key={criterion}>
          <strong>{CRITERION_NAMES[criterion]}</strong>
          {` from ${valueText(value)} to ${valueText(needed)}: ${raisesWords(raises)}`}
        </li>
      ))}
    </ul>
  );
}

function weightWords(weight: Entry['weight']): string {
  if (!weight) return 'No other weight of a single criterion brings them in as they are.';
  const { criterion, from, to } = weight;
  return `As they are, the smallest change of a weight: ${CRITERION_NAMES[criterion]} weighs ${to} instead of ${from} (${counted(Math.abs(to - from), 'point')}).`;
}

import type { CandidateRobustness, Entry } from '../../../../core/matching/index.js';
import { CRITERION_NAMES } from '../../../../web/criteria.js';
import { Button, Card, type Column, Field, Form, Note, Table } from '../../../../web/index.js';
import type { RobustnessView } from '../../run-studies.service.js';
import { count, counted, exactText, valueText } from '../numbers.js';
import { PersonName } from '../person.js';
import { raiseWords } from './fact-words.js';
import { RankScale, RankSpan } from './rank-plot.js';
import { BackToList } from './run-links.js';

/** How much the ranks hang on the weights. */
export function RobustnessPage({ view }: { view: RobustnessView }) {
  const { run, study } = view;
  const form = new Form({ top: String(study.top), seed: String(study.seed) });
  return (
    <>
      <BackToList run={run} />
      <p class="lead">
        {`The weights are a judgement. Here each of the first ${count(study.candidates.length)} is ranked again among all ${count(study.eligible)} eligible people under other weights; every rank is exact.`}
      </p>
      <form method="get" class="form">
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
          <Button tone="quiet">Look again</Button>
        </div>
      </form>
      <Ranges view={view} />
      <Entries view={view} />
      <Card title="How this is computed">
        <ul>
          <li>
            {`Each weight a fifth lower and a fifth higher (${study.variations} variations): rounded half up, by at least one; the others share the rest in their proportions, whole numbers by the largest remainder.`}
          </li>
          <li>
            {`${count(study.weightings)} random weightings: every set of whole numbers that sums to 100 over the criteria that carry weight is equally likely; this is far wider than any reasonable disagreement, so a place that holds here is firm.`}
          </li>
          <li>A swap is the smallest change of one weight that puts the next person ahead, the others sharing the rest as above.</li>
        </ul>
      </Card>
    </>
  );
}

function Ranges({ view: { run, study, names } }: { view: RobustnessView }) {
  const worst = study.candidates.reduce((most, one) => Math.max(most, one.random.worst, one.varied.worst), 1);
  const columns: readonly Column<CandidateRobustness>[] = [
    {
      head: 'Rank and expert',
      cell: ({ rank, number }) => (
        <a href={`/shortlists/${run.id}/candidates/${number}`}>
          {`${rank}. `}
          <PersonName person={{ number, name: names.get(number) ?? null }} />
        </a>
      ),
      names: true,
    },
    { head: 'Ranks', cell: (one) => <RankSpan one={one} worst={worst} /> },
    { head: 'Weights ± a fifth', cell: ({ varied }) => rangeText(varied.best, varied.worst) },
    { head: 'Random: nine in ten', cell: ({ random }) => `${rangeText(random.low, random.high)}, middle ${count(random.median)}` },
    { head: `In the first ${study.top}`, cell: ({ inTop }) => shareText(inTop, study.weightings), numeric: true },
    { head: 'Next one ahead if', cell: ({ swap }) => swapWords(swap) },
  ];
  return (
    <section aria-labelledby="ranges">
      <h2 id="ranges">Rank ranges</h2>
      <RankScale worst={worst} />
      <Table caption="Rank ranges of the first people" columns={columns} rows={study.candidates} keyOf={({ number }) => number} />
    </section>
  );
}

function Entries({ view: { study, entries, names } }: { view: RobustnessView }) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{`What would have to be true to enter the first ${study.top}`}</h2>
      <Note>One criterion alone, everything else as it is. Gains are the smallest that are enough.</Note>
      {entries.map((entry) => (
        <Card key={entry.number} title={`Rank ${entry.rank}, No. ${entry.number}`}>
          <p>
            {names.get(entry.number) ? `${names.get(entry.number)}: ` : ''}
            {`${exactText(entry.gap)} points are missing.`}
          </p>
          <Ways entry={entry} />
        </Card>
      ))}
    </section>
  );
}

function Ways({ entry: { ways } }: { entry: Entry }) {
  if (ways.length === 0) return <p>No single criterion can give that much; two or more would have to change.</p>;
  return (
    <ul>
      {ways.map(({ criterion, value, needed, raises }) => (
        <li key={criterion}>
          <strong>{CRITERION_NAMES[criterion]}</strong>
          {` from ${valueText(value)} to ${valueText(needed)}`}
          {raises.length > 0 ? `: ${raises.map(raiseWords).join(', and ')}` : ''}
        </li>
      ))}
    </ul>
  );
}

function rangeText(best: number, worst: number): string {
  return best === worst ? `always ${count(best)}` : `${count(best)} to ${count(worst)}`;
}

/** Whole per cent, cut, and never 100 % or 0 % unless it is. */
function shareText(part: number, whole: number): string {
  const share = Math.floor((100 * part) / whole);
  return part > 0 && share === 0 ? 'under 1 %' : `${share} %`;
}

function swapWords(swap: CandidateRobustness['swap']): string {
  if (!swap) return 'no single weight';
  return `${CRITERION_NAMES[swap.criterion]} weighs ${swap.to} instead of ${swap.from} (${counted(Math.abs(swap.to - swap.from), 'point')})`;
}

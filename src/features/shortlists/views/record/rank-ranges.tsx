import type { CandidateRobustness, ListedRobustness } from '../../../../core/matching/index.js';
import { CRITERION_NAMES } from '../../../../web/criteria.js';
import { type Column, Table } from '../../../../web/index.js';
import type { RobustnessView } from '../../run-studies.service.js';
import { count, counted } from '../numbers.js';
import { RankScale, RankSpan } from './rank-plot.js';
import { rankedColumn } from './ranked-column.js';

/** Which ranks are which: nobody should think that nobody from outside can pass. */
export function Lead({ view }: { view: RobustnessView }) {
  const { run, within } = view;
  const who = within.listed < run.size ? `the first ${count(within.listed)} of this list` : `the ${count(within.listed)} on this list`;
  const beginning = `The weights are a judgement. Here each of ${who} is ranked again under other weights; every rank is exact.`;
  if (!outside(view)) return <p class="lead">{`${beginning} Nobody else is eligible.`}</p>;
  return (
    <>
      <p class="lead">{beginning}</p>
      <ul>
        <li>
          <strong>{all(view)}</strong>: against everybody eligible. Whoever is not listed here may pass too.
        </li>
        <li>
          <strong>{these(view)}</strong>: only against each other, for a panel that chooses among them. Whoever is not listed here is left
          out of these figures, and may pass all the same.
        </li>
      </ul>
    </>
  );
}

/** Whether anybody is eligible who is not looked at here. */
export function outside({ study, within }: RobustnessView): boolean {
  return study.eligible > within.listed;
}

function all({ study }: RobustnessView): string {
  return `All ${count(study.eligible)}`;
}

function these({ within: { listed } }: RobustnessView): string {
  return listed === 1 ? 'This one' : `These ${count(listed)}`;
}

type TextOf = (one: CandidateRobustness | ListedRobustness) => string;

/** Of one person among all, and among those listed; once where it is the same. */
function Both({ view, one, textOf }: { view: RobustnessView; one: CandidateRobustness; textOf: TextOf }) {
  const listed = view.within.candidates.find(({ number }) => number === one.number);
  if (!listed || !outside(view)) return <div class="pair">{textOf(one)}</div>;
  const [among, within] = [textOf(one), textOf(listed)];
  const lines =
    among === within
      ? [['Both', among]]
      : [
          [all(view), among],
          [these(view), within],
        ];
  return lines.map(([which, text]) => (
    <div key={which} class="pair">
      <small>{`${which}:`}</small> {text}
    </div>
  ));
}

/** The ranks of each, as a plot and in figures. */
export function Ranges({ view }: { view: RobustnessView }) {
  const { run, study } = view;
  const both = (textOf: TextOf) => (one: CandidateRobustness) => <Both view={view} one={one} textOf={textOf} />;
  const worst = study.candidates.reduce((most, one) => Math.max(most, one.random.worst, one.varied.worst), 1);
  const columns: readonly Column<CandidateRobustness>[] = [
    rankedColumn(view),
    { head: outside(view) ? `Ranks among ${all(view).toLowerCase()}` : 'Ranks', cell: (one) => <RankSpan one={one} worst={worst} /> },
    { head: 'Weights ± a fifth', cell: both(({ varied }) => rangeText(varied.best, varied.worst)) },
    {
      head: 'Random: nine in ten (middle)',
      cell: both(({ random }) => `${rangeText(random.low, random.high)}${random.low < random.high ? ` (${count(random.median)})` : ''}`),
    },
    {
      head: `In the first ${study.top}`,
      cell: (one) => (
        <>
          {both(({ inTop }) => shareText(inTop, study.weightings))(one)}
          {one.rank > study.top ? (
            <a class="nowrap" href={`/shortlists/${run.id}/robustness?top=${study.top}&seed=${study.seed}&number=${one.number}#asked`}>
              What is needed<span class="unseen">{` by No. ${one.number}`}</span>
            </a>
          ) : null}
        </>
      ),
      numeric: true,
    },
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

function rangeText(best: number, worst: number): string {
  return best === worst ? `always ${count(best)}` : `${count(best)} to ${count(worst)}`;
}

/** Whole per cent, cut, and never 100 % or 0 % unless it is. */
function shareText(part: number, whole: number): string {
  const share = Math.floor((100 * part) / whole);
  return part > 0 && share === 0 ? 'under 1\u00a0%' : `${share}\u00a0%`;
}

function swapWords(swap: CandidateRobustness['swap']): string {
  if (!swap) return 'no single weight';
  return `${CRITERION_NAMES[swap.criterion]} weighs ${swap.to} instead of ${swap.from} (${counted(Math.abs(swap.to - swap.from), 'point')})`;
}

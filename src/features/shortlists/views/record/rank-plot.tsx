import type { CandidateRobustness } from '../../../../core/matching/index.js';
import { count } from '../numbers.js';

const TICKS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000, 1_000_000];

/** Where a rank lies, 2 to 98: logarithmic, because from 1 to 2 is a longer way than from 101 to 102. */
function at(rank: number, worst: number): number {
  return worst <= 1 ? 2 : Math.round((2 + (96 * Math.log(rank)) / Math.log(worst)) * 100) / 100;
}

function ticks(worst: number): number[] {
  return TICKS.filter((tick) => tick <= worst);
}

/** The ranks of one person: a line over all random weightings, a bar over nine in ten, a stronger one over the fifths, a mark at the rank. */
export function RankSpan({ one: { rank, varied, random }, worst }: { one: CandidateRobustness; worst: number }) {
  const x = (place: number) => at(place, worst);
  const spoken = `Rank ${rank}. Weights a fifth lower or higher: ${varied.best} to ${varied.worst}. Random weightings: nine in ten ${random.low} to ${random.high}, all ${random.best} to ${random.worst}.`;
  return (
    <svg class="rank-span" role="img" aria-label={spoken} viewBox="0 0 100 20" preserveAspectRatio="none">
      {ticks(worst).map((tick) => (
        <rect key={tick} class="tick" x={x(tick)} y="0" width="0.2" height="20" />
      ))}
      <rect class="whole" x={x(random.best)} y="9.25" width={width(x(random.best), x(random.worst))} height="1.5" />
      <rect class="most" x={x(random.low)} y="6" width={width(x(random.low), x(random.high))} height="8" />
      <rect class="near" x={x(varied.best)} y="3" width={width(x(varied.best), x(varied.worst))} height="14" />
      <rect class="here" x={x(rank) - 0.4} y="0" width="0.8" height="20" />
    </svg>
  );
}

/** What the marks mean, and where the ranks lie. */
export function RankScale({ worst }: { worst: number }) {
  const shown = ticks(worst);
  return (
    <>
      <ul class="legend">
        <li>
          <span class="key here" aria-hidden="true" />
          rank on the list
        </li>
        <li>
          <span class="key near" aria-hidden="true" />
          each weight a fifth lower or higher
        </li>
        <li>
          <span class="key most" aria-hidden="true" />
          nine in ten random weightings
        </li>
        <li>
          <span class="key whole" aria-hidden="true" />
          all random weightings
        </li>
      </ul>
      <p class="hint">{`Left is first. The fine lines stand at ranks ${shown.map(count).join(', ')}; the right edge is rank ${count(worst)}.`}</p>
    </>
  );
}

function width(from: number, to: number): number {
  return Math.max(0.6, Math.round((to - from) * 100) / 100);
}

import { CRITERIA, type CriterionName, type Weights } from '../requirement.js';
import { WEIGHTS_SUM } from './rubric.js';

const MULBERRY = 0x6d2b79f5;

/**
 * Any amounts from 0 as weights: whole numbers in the same proportions that sum to 100. Each share is rounded down, and
 * what is left goes to the largest remainders, equal ones in the order of CRITERIA. Undefined when all amounts are 0.
 */
export function normalisedWeights(amounts: Readonly<Record<CriterionName, number>>): Weights | undefined {
  const shares = shareOut(
    WEIGHTS_SUM,
    CRITERIA.map((criterion) => amounts[criterion]),
  );
  return shares && weightsOf(shares);
}

/**
 * The weights with one of them changed to `to`, 0 to 100: the others share what is left in their proportions, rounded as
 * in `normalisedWeights`. Undefined when the others are all 0 and cannot take up the rest.
 */
export function variedWeights(weights: Weights, changed: CriterionName, to: number): Weights | undefined {
  const others = CRITERIA.map((criterion) => (criterion === changed ? 0 : weights[criterion]));
  const shares = shareOut(WEIGHTS_SUM - to, others);
  return shares && { ...weightsOf(shares), [changed]: to };
}

/** Each weight a fifth lower and a fifth higher, rounded half up and by at least one, within 0 to 100. Weights of 0 stay. */
export function fifthVariations(weights: Weights): { readonly criterion: CriterionName; readonly weights: Weights }[] {
  return CRITERIA.filter((criterion) => weights[criterion] > 0).flatMap((criterion) => {
    const weight = weights[criterion];
    const step = Math.max(1, Math.floor((2 * weight + 5) / 10));
    return [weight - step, weight + step]
      .filter((to) => to <= WEIGHTS_SUM)
      .flatMap((to) => {
        const varied = variedWeights(weights, criterion, to);
        return varied ? [{ criterion, weights: varied }] : [];
      });
  });
}

/**
 * Weightings drawn at random, packed: every set of whole numbers that sums to 100 over the criteria that carry weight is
 * equally likely; criteria of weight 0 stay out. The same seed gives the same weightings on every machine.
 */
export function randomWeightings(weights: Weights, count: number, seed: number): Uint8Array {
  const weighty = [...CRITERIA.keys()].filter((place) => weights[CRITERIA[place] as CriterionName] > 0);
  // Stars and bars: the gaps between distinct places of the bars are the weights.
  const places = WEIGHTS_SUM + weighty.length - 1;
  // What is drawn from here on is left out, or low places would be a little more likely.
  const fair = 2 ** 32 - (2 ** 32 % places);
  const bars = new Int32Array(weighty.length);
  const packed = new Uint8Array(count * CRITERIA.length);
  let state = seed;
  for (let start = 0; start < packed.length; start += CRITERIA.length) {
    for (let drawn = 0; drawn < weighty.length - 1; ) {
      state = (state + MULBERRY) | 0;
      const random = mulberry32(state);
      if (random < fair) drawn += insert(bars, drawn, remainder(random, places));
    }
    bars[weighty.length - 1] = places;
    let before = -1;
    for (let one = 0; one < weighty.length; one++) {
      const bar = bars[one] as number;
      packed[start + (weighty[one] as number)] = bar - before - 1;
      before = bar;
    }
  }
  return packed;
}

/** Puts a bar among the first `drawn`, which are in order; 0 when there is one at its place, else 1. */
function insert(bars: Int32Array, drawn: number, bar: number): number {
  let place = drawn;
  while (place > 0 && (bars[place - 1] as number) > bar) place--;
  if (place > 0 && bars[place - 1] === bar) return 0;
  for (let moved = drawn; moved > place; moved--) bars[moved] = bars[moved - 1] as number;
  bars[place] = bar;
  return 1;
}

/** Weightings as bytes, each in the order of CRITERIA, one after another. */
export function packedWeightings(weightings: readonly Weights[]): Uint8Array {
  return Uint8Array.from(weightings.flatMap((weights) => CRITERIA.map((criterion) => weights[criterion])));
}

/** Opens what `packedWeightings` packed. */
export function openedWeightings(packed: Uint8Array): Weights[] {
  return Array.from({ length: packed.length / CRITERIA.length }, (_, one) =>
    weightsOf(Array.from(packed.subarray(one * CRITERIA.length, (one + 1) * CRITERIA.length))),
  );
}

function weightsOf(shares: readonly number[]): Weights {
  return Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, shares[index]])) as Record<CriterionName, number>;
}

/** `whole` in the proportions of the amounts, by largest remainder. */
function shareOut(whole: number, amounts: readonly number[]): number[] | undefined {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (sum === 0) return undefined;
  const shares = amounts.map((amount) => Math.floor((whole * amount) / sum));
  const left = whole - shares.reduce((total, share) => total + share, 0);
  const byRemainder = amounts
    .map((amount, index) => ({ index, remainder: (whole * amount) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] as number) + 1;
  return shares;
}

/** From 0, below 2^32, for a state to which MULBERRY is added each time. 32-bit whole numbers only, and therefore the same everywhere. */
function mulberry32(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return (mixed ^ (mixed >>> 14)) >>> 0;
}

/** As `%`, of whole numbers from 0, below 2^32: exact there, and a thousand weightings are drawn in two thirds of the time. */
function remainder(whole: number, by: number): number {
  return whole - by * Math.floor(whole / by);
}

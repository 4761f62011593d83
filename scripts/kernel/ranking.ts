/**
 * The kernel of the matching engine in AssemblyScript, compiled by scripts/kernel/build.js into
 * src/core/matching/kernel-code.ts: finds the best rows of a table. Of 64 rows at a time it sums an upper bound, one byte a
 * row, from columns of four-bit levels; what can be among the best by then is scored exactly, as src/core/matching/score.ts
 * does it.
 */
import * as at from '../../src/core/matching/kernel-layout';
import { keep, kept, needed, offer, tell } from './ranking/best';
import { exactly } from './ranking/engine';
import { question, table } from './ranking/memory';
import { beyond, counted, fixedOf, indexOf, recordOf, total } from './ranking/score';

/** Much less than one point of a total, and more than what sums of fractions can be wrong by. */
const ROUNDING: f64 = 1e-6;

/** Rows of the last question that passed all of its gates. */
export let passed: i32 = 0;

/**
 * Keeps the best of the rows of all runs; returns how many. They stand at TOLD_AT, best first. A look at every sixteenth
 * block tells what the best are likely to reach, so that few are scored in vain; should too few reach that, it starts again.
 */
export function rank(): i32 {
  const wanted = <i32>question.size;
  const least = question.needed;
  let likely = least;
  if (blocks() > at.SAMPLED) {
    const few = wanted / at.STRIDE + at.SPARE;
    scanAll(few, least, at.STRIDE);
    if (kept === few) likely = needed;
  }
  scanAll(wanted, likely, 1);
  if (kept < wanted && likely > least) scanAll(wanted, least, 1);
  return tell();
}

function blocks(): i32 {
  let sum = 0;
  let run: usize = at.RUNS_AT;
  for (const last = run + <usize>question.runs * at.RUN; run < last; run += at.RUN) sum += (load<i32>(run, 4) - load<i32>(run)) >> 6;
  return sum;
}

function scanAll(most: i32, least: f64, stride: i32): void {
  passed = 0;
  keep(most, least);
  let run: usize = at.RUNS_AT;
  for (const last = run + <usize>question.runs * at.RUN; run < last; run += at.RUN) {
    scan(run, stride);
  }
}

/** How many of the rows [0, end) pass the gates. */
export function count(end: i32): i32 {
  let found = 0;
  for (let row = 0; row < end; row += 64) found += <i32>popcnt<u64>(passing(<usize>row >> 1) & within(row, 0, end));
  return found;
}

/** The rows of a run have most days first. Looks at every `stride`th 64 of them. */
function scan(run: usize, stride: i32): void {
  const first = load<i32>(run);
  const end = load<i32>(run, 4);
  const fixed = <f64>fixedOf(run);
  if (question.countries > 0) gather(first, end);
  const gates = question.gates > 0;
  const highest = question.highest;
  const perDay = (question.experienceWeight * question.valueTop) / question.experienceWhole;
  const each = 1.0 / question.unit;
  const lower = v128.load(at.LOWER_HALVES_AT);
  for (let row = ((first >> 6) | (stride - 1)) << 6; row < end; row += stride << 6) {
    const most = row < first ? beyond(first) : counted(load<i32>(table.fences + ((<usize>row >> 6) << 2)));
    const least = ceil((needed - fixed - perDay * most) * each - ROUNDING);
    if (least > highest && !gates) break;
    let rows = within(row, first, end);
    if (gates) {
      rows &= passing(<usize>row >> 1);
      passed += <i32>popcnt<u64>(rows);
    }
    rows &= ~load<u64>(table.struck + (<usize>row >> 3));
    if (rows === 0 || least > highest) continue;
    const near = table.near + (<usize>row >> 3);
    let a = nearPoints(load<u16>(near));
    let b = nearPoints(load<u16>(near, 2));
    let c = nearPoints(load<u16>(near, 4));
    let d = nearPoints(load<u16>(near, 6));
    let step: usize = at.BOUNDS_AT;
    for (const last = step + <usize>question.bounds * at.STEP; step < last; ) {
      let points = v128.load(step, 0);
      let place = <usize>load<u32>(step, 0 + at.STEP_PLACE) + (<usize>row >> 1);
      let levels = v128.load(place);
      let more = v128.load(place, 16);
      a = v128.add<u8>(a, v128.relaxed_swizzle(points, v128.and(levels, lower)));
      b = v128.add<u8>(b, v128.relaxed_swizzle(points, v128.and(v128.shr<u16>(levels, 4), lower)));
      c = v128.add<u8>(c, v128.relaxed_swizzle(points, v128.and(more, lower)));
      d = v128.add<u8>(d, v128.relaxed_swizzle(points, v128.and(v128.shr<u16>(more, 4), lower)));
      points = v128.load(step, 32);
      place = <usize>load<u32>(step, 32 + at.STEP_PLACE) + (<usize>row >> 1);
      levels = v128.load(place);
      more = v128.load(place, 16);
      a = v128.add<u8>(a, v128.relaxed_swizzle(points, v128.and(levels, lower)));
      b = v128.add<u8>(b, v128.relaxed_swizzle(points, v128.and(v128.shr<u16>(levels, 4), lower)));
      c = v128.add<u8>(c, v128.relaxed_swizzle(points, v128.and(more, lower)));
      d = v128.add<u8>(d, v128.relaxed_swizzle(points, v128.and(v128.shr<u16>(more, 4), lower)));
      points = v128.load(step, 64);
      place = <usize>load<u32>(step, 64 + at.STEP_PLACE) + (<usize>row >> 1);
      levels = v128.load(place);
      more = v128.load(place, 16);
      a = v128.add<u8>(a, v128.relaxed_swizzle(points, v128.and(levels, lower)));
      b = v128.add<u8>(b, v128.relaxed_swizzle(points, v128.and(v128.shr<u16>(levels, 4), lower)));
      c = v128.add<u8>(c, v128.relaxed_swizzle(points, v128.and(more, lower)));
      d = v128.add<u8>(d, v128.relaxed_swizzle(points, v128.and(v128.shr<u16>(more, 4), lower)));
      points = v128.load(step, 96);
      place = <usize>load<u32>(step, 96 + at.STEP_PLACE) + (<usize>row >> 1);
      levels = v128.load(place);
      more = v128.load(place, 16);
      a = v128.add<u8>(a, v128.relaxed_swizzle(points, v128.and(levels, lower)));
      b = v128.add<u8>(b, v128.relaxed_swizzle(points, v128.and(v128.shr<u16>(levels, 4), lower)));
      c = v128.add<u8>(c, v128.relaxed_swizzle(points, v128.and(more, lower)));
      d = v128.add<u8>(d, v128.relaxed_swizzle(points, v128.and(v128.shr<u16>(more, 4), lower)));
      step += at.GROUP * at.STEP;
      const lacking = <i32>least - load<i32>(step - at.STEP, at.STEP_REST);
      if (lacking <= 0) continue;
      const enough = v128.splat<u8>(<u8>lacking);
      rows &= together(v128.ge<u8>(a, enough), v128.ge<u8>(b, enough), v128.ge<u8>(c, enough), v128.ge<u8>(d, enough));
      if (rows === 0) break;
    }
    if (rows === 0) continue;
    v128.store(at.SUMS_AT, a);
    v128.store(at.SUMS_AT, b, 16);
    v128.store(at.SUMS_AT, c, 32);
    v128.store(at.SUMS_AT, d, 48);
    for (; rows !== 0; rows &= rows - 1) consider(row + <i32>ctz<u64>(rows), run, perDay);
  }
}

/** A byte for each bit: the points for the country where it is set. */
function nearPoints(bits: u16): v128 {
  const which = v128.load(at.BITS_AT);
  const spread = v128.shuffle<i8>(i16x8.splat(<i16>bits), which, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
  return v128.and(i8x16.splat(<i8>(<i32>question.countryPoints)), v128.eq<i8>(v128.and(spread, which), which));
}

/** A bit for each byte that is not 0. */
function together(a: v128, b: v128, c: v128, d: v128): u64 {
  const first = v128.bitmask<i8>(a) | (v128.bitmask<i8>(b) << 16);
  return <u64>(<u32>first) | ((<u64>(v128.bitmask<i8>(c) | (v128.bitmask<i8>(d) << 16))) << 32);
}

/** Scores a row whose sum of points stands at SUMS_AT, unless its own days show that it cannot reach what is needed. */
function consider(row: i32, run: usize, perDay: f64): void {
  const fixed = fixedOf(run);
  if (<f64>fixed + perDay * beyond(row) + <f64>load<u8>(at.SUMS_AT + (row & 63)) * question.unit < needed - ROUNDING) return;
  let sum = total(row, run, 0);
  if (<f64>sum < needed) return;
  if (question.asks > 0) {
    sum = exactly(row, indexOf(run));
    if (<f64>sum < needed) return;
  }
  offer(((<u64>sum) << 32) | (0xffff_ffff - <u64>load<u32>(recordOf(row))), row, run);
}

/** For the rows [first, end) and some around: which have days in any country of the question. */
function gather(first: i32, end: i32): void {
  const last = table.countries + ((<usize>question.countries) << 2);
  for (let place = (<usize>first >> 7) << 4; place <= (<usize>(end - 1) >> 7) << 4; place += 16) {
    let bits = i32x4.splat(0);
    for (let country = table.countries; country < last; country += 4) bits = v128.or(bits, v128.load(<usize>load<u32>(country) + place));
    v128.store(table.near + place, bits);
  }
}

/** Bits of the 64 rows from `row` that are in [first, end). */
function within(row: i32, first: i32, end: i32): u64 {
  const rows = (<u64>-1) << max(first - row, 0);
  return end - row < 64 ? rows & (((<u64>1) << (end - row)) - 1) : rows;
}

/** Bits of 64 rows that have 0 points at every gate; their levels are `within` a column. */
function passing(within: usize): u64 {
  const lower = v128.load(at.LOWER_HALVES_AT);
  let a = i8x16.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let step: usize = at.GATES_AT;
  for (const last = step + <usize>question.gates * at.STEP; step < last; step += at.STEP) {
    const points = v128.load(step);
    const place = <usize>load<u32>(step, at.STEP_PLACE) + within;
    const levels = v128.load(place);
    const more = v128.load(place, 16);
    a = v128.or(a, v128.relaxed_swizzle(points, v128.and(levels, lower)));
    b = v128.or(b, v128.relaxed_swizzle(points, v128.and(v128.shr<u16>(levels, 4), lower)));
    c = v128.or(c, v128.relaxed_swizzle(points, v128.and(more, lower)));
    d = v128.or(d, v128.relaxed_swizzle(points, v128.and(v128.shr<u16>(more, 4), lower)));
  }
  return ~together(a, b, c, d);
}

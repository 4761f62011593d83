/**
 * The kernel of robustness in AssemblyScript, compiled by scripts/kernel/build.js into
 * src/core/matching/rank-counts-code.ts: exact ranks of a few people among all, under many weightings.
 *
 * Values lie in groups of four rows: sixteen bytes for each pair of criteria, one pair of 16-bit values a row. Sixteen rows
 * are a block, and the highest value of each criterion in a block lies in the same form, as if the block were a row. Rows
 * that fill up the last block have values of 0 and the highest number.
 *
 * For each weighting the scale from the lowest of the few to the highest is cut into slots. A slot says how many slots below
 * it have some of the few in them, who are passed by whoever is there; in those slots totals and numbers are compared.
 *
 * `countWithin` ranks a few among themselves. There weightings lie as rows do, and people as weightings do: the four sums of
 * a step are those of one person under four weightings.
 */

/** By place among the few: totals, rows of the same slot that are ahead, and the next in the same slot. */
const TOTALS: usize = 0;
const AHEAD: usize = 512;
const NEXT: usize = 1024;
/** How many rows are above so many slots of the few: four sums each, so that no addition waits for the one before. */
const PASSING: usize = 1152;
/** By slot: whether any of the few is there, the last of them, how many such slots there are up to it, and what it says. */
const BITS: usize = 3200;
const HEAD: usize = 3776;
const UP_TO: usize = 7936;
const SLOTS: usize = 12_096;

/** The scale is cut into at most 2^12 slots; slot 0 is below it, the last one above. */
const SLOT_BITS: i32 = 12;
const LAST: i32 = (1 << SLOT_BITS) + 1;
/** The mark of a slot in which some of the few are. */
const SHARED: i32 = 128;
const NONE: i32 = 255;

/**
 * Writes the ranks of the few, at most 126, for each of `count` weightings: four pairs of 16-bit weights, or five with
 * `wide`. Totals are at most 1,000,000. The few lie at `kept` in groups of four, and stand among the rows as well. There
 * is room for four bytes a block at `open`.
 */
export function ranks(
  rows: usize,
  maxima: usize,
  blocks: i32,
  open: usize,
  numbers: usize,
  kept: usize,
  keptNumbers: usize,
  few: i32,
  wide: i32,
  weightings: usize,
  count: i32,
  out: usize,
): void {
  const group: usize = wide ? 80 : 64;
  const zero = i32x4.splat(0);
  const first = i32x4.splat(1);
  const last = i32x4.splat(LAST);
  for (; count > 0; count--, weightings += group >> 2) {
    const w0 = v128.load32_splat(weightings);
    const w1 = v128.load32_splat(weightings, 4);
    const w2 = v128.load32_splat(weightings, 8);
    const w3 = v128.load32_splat(weightings, 12);
    const w4 = wide ? v128.load32_splat(weightings, 16) : zero;
    for (let one = 0, from = kept; one < few; one += 4, from += group)
      v128.store(TOTALS + ((<usize>one) << 2), totals(from, wide, w0, w1, w2, w3, w4));
    let lowest = load<i32>(TOTALS);
    let highest = lowest;
    for (let one = 1; one < few; one++) {
      const total = load<i32>(TOTALS + ((<usize>one) << 2));
      lowest = min(lowest, total);
      highest = max(highest, total);
    }
    const shift = max(32 - <i32>clz(highest - lowest) - SLOT_BITS, 0);
    cut(few, lowest, shift);
    const needed = i32x4.splat(lowest);
    // Blocks that may reach the lowest are listed first: the processor need not guess which of them do.
    let listed = open;
    for (let block = 0, from = maxima; block < blocks; block += 4, from += group) {
      const reaching = i32x4.bitmask(i32x4.ge_s(totals(from, wide, w0, w1, w2, w3, w4), needed));
      store<i32>(listed, block);
      listed += (reaching & 1) << 2;
      store<i32>(listed, block + 1);
      listed += (reaching & 2) << 1;
      store<i32>(listed, block + 2);
      listed += reaching & 4;
      store<i32>(listed, block + 3);
      listed += (reaching & 8) >> 1;
    }
    for (let at = open; at < listed; at += 4) {
      const block = <usize>load<i32>(at);
      let from = rows + (block << 2) * group;
      let number = numbers + (block << 6);
      for (const end = from + 4 * group; from < end; from += group, number += 16) {
        const sums = totals(from, wide, w0, w1, w2, w3, w4);
        const above = i32x4.add(i32x4.shr_s(i32x4.sub(sums, needed), shift), first);
        const slots = i32x4.max_s(i32x4.min_s(above, last), zero);
        const two = i64x2.extract_lane(slots, 0);
        const more = i64x2.extract_lane(slots, 1);
        const says0 = pass(<u32>two, 0);
        const says1 = pass(<u32>(two >>> 32), 4);
        const says2 = pass(<u32>more, 8);
        const says3 = pass(<u32>(more >>> 32), 12);
        if (((says0 | says1 | says2 | says3) & SHARED) === 0) continue;
        if (says0 & SHARED) compare(<u32>two, i32x4.extract_lane(sums, 0), load<u32>(number), keptNumbers);
        if (says1 & SHARED) compare(<u32>(two >>> 32), i32x4.extract_lane(sums, 1), load<u32>(number, 4), keptNumbers);
        if (says2 & SHARED) compare(<u32>more, i32x4.extract_lane(sums, 2), load<u32>(number, 8), keptNumbers);
        if (says3 & SHARED) compare(<u32>(more >>> 32), i32x4.extract_lane(sums, 3), load<u32>(number, 12), keptNumbers);
      }
    }
    let passing = zero;
    for (let places = few; places >= 0; places--) {
      const at = PASSING + ((<usize>places) << 4);
      passing = i32x4.add(passing, v128.load(at));
      v128.store(at, passing);
    }
    for (let one = 0; one < few; one++, out += 4) {
      const at = (<usize>one) << 2;
      const slot = slotOf(load<i32>(TOTALS + at), lowest, shift);
      const sum = PASSING + ((<usize>load<u8>(UP_TO + slot)) << 4);
      store<i32>(out, 1 + load<i32>(AHEAD + at) + load<i32>(sum) + load<i32>(sum, 4) + load<i32>(sum, 8) + load<i32>(sum, 12));
    }
  }
}

/** By person: four keys. There is room for 64 people. */
const KEYS: usize = 0;
/** A key is what is missing to the highest total, and then the place among the people. */
const PLACE_BITS: i32 = 6;
const HIGHEST: i32 = 1_000_000;

/**
 * Counts at `counts`, four bytes by person × 64 + rank - 1, how often each of `size` people, at most 64, has each rank among
 * them alone, under `count` weightings that lie in groups of four. Of equal totals the first person is ahead.
 */
export function countWithin(people: usize, size: i32, wide: i32, weightings: usize, count: i32, counts: usize): void {
  const zero = i32x4.splat(0);
  const highest = i32x4.splat(HIGHEST);
  const places = i32x4.splat((1 << PLACE_BITS) - 1);
  const person: usize = wide ? 20 : 16;
  for (; count > 0; count -= 4, weightings += person << 2) {
    for (let one = 0, from = people; one < size; one++, from += person) {
      const w4 = wide ? v128.load32_splat(from, 16) : zero;
      const w3 = v128.load32_splat(from, 12);
      const w2 = v128.load32_splat(from, 8);
      const w1 = v128.load32_splat(from, 4);
      const sums = totals(weightings, wide, v128.load32_splat(from), w1, w2, w3, w4);
      const keys = i32x4.add(i32x4.shl(i32x4.sub(highest, sums), PLACE_BITS), i32x4.splat(one));
      v128.store(KEYS + ((<usize>one) << 4), keys);
    }
    sort(size);
    for (let rank = 0; rank < size; rank++) {
      const who = v128.and(v128.load(KEYS + ((<usize>rank) << 4)), places);
      const cell = counts + ((<usize>rank) << 2);
      increase(cell, i32x4.extract_lane(who, 0));
      if (count > 1) increase(cell, i32x4.extract_lane(who, 1));
      if (count > 2) increase(cell, i32x4.extract_lane(who, 2));
      if (count > 3) increase(cell, i32x4.extract_lane(who, 3));
    }
  }
}

/** One more of the person in this column of the counts. */
function increase(cell: usize, who: i32): void {
  const at = cell + ((<usize>who) << (PLACE_BITS + 2));
  store<i32>(at, load<i32>(at) + 1);
}

/**
 * Puts four columns of keys in order at once, lowest first, by Batcher's odd-even merge sort: whom it compares does not
 * depend on the keys. Source: K. E. Batcher, "Sorting networks and their applications", 1968.
 */
function sort(size: i32): void {
  for (let merged = 1; merged < size; merged <<= 1)
    for (let apart = merged; apart > 0; apart >>= 1)
      for (let start = apart & (merged - 1); start + apart < size; start += 2 * apart) {
        // Those further on are already of the next two that are merged.
        if (((start + apart) & (2 * merged - 1)) === 0) continue;
        const end = KEYS + ((<usize>min(start + apart, size - apart)) << 4);
        for (let one = KEYS + ((<usize>start) << 4); one < end; one += 16) exchange(one, one + ((<usize>apart) << 4));
      }
}

/** The lower keys go to the first place. */
function exchange(first: usize, second: usize): void {
  const one = v128.load(first);
  const other = v128.load(second);
  v128.store(first, i32x4.min_s(one, other));
  v128.store(second, i32x4.max_s(one, other));
}

/** Totals of four rows. */
function totals(from: usize, wide: i32, w0: v128, w1: v128, w2: v128, w3: v128, w4: v128): v128 {
  const sum = i32x4.add(
    i32x4.add(i32x4.dot_i16x8_s(v128.load(from), w0), i32x4.dot_i16x8_s(v128.load(from, 16), w1)),
    i32x4.add(i32x4.dot_i16x8_s(v128.load(from, 32), w2), i32x4.dot_i16x8_s(v128.load(from, 48), w3)),
  );
  return wide ? i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(from, 64), w4)) : sum;
}

/** Counts a row where its slot says; returns what it says. */
function pass(slot: u32, lane: usize): i32 {
  const says = <i32>load<u8>(SLOTS + <usize>slot);
  const at = PASSING + lane + ((<usize>(says & 127)) << 4);
  store<i32>(at, load<i32>(at) + 1);
  return says;
}

/** A row in a slot of some of the few is also ahead of those of them whom it beats. */
function compare(slot: u32, total: i32, number: u32, keptNumbers: usize): void {
  for (let one = <i32>load<u8>(HEAD + <usize>slot); one !== NONE; one = <i32>load<u8>(NEXT + <usize>one)) {
    const at = (<usize>one) << 2;
    const other = load<i32>(TOTALS + at);
    const ahead = total > other || (total === other && number < load<u32>(keptNumbers + at));
    store<i32>(AHEAD + at, load<i32>(AHEAD + at) + <i32>ahead);
  }
}

/** Puts the few into their slots and lets every slot say how many such slots are below. */
function cut(few: i32, lowest: i32, shift: i32): void {
  for (let places = 0; places <= few; places++) v128.store(PASSING + ((<usize>places) << 4), i32x4.splat(0));
  for (let one = 0; one < few; one += 4) v128.store(AHEAD + ((<usize>one) << 2), i32x4.splat(0));
  for (let one = 0; one < few; one++) {
    const slot = slotOf(load<i32>(TOTALS + ((<usize>one) << 2)), lowest, shift);
    const word = BITS + ((slot >> 6) << 3);
    const bits = load<u64>(word);
    const mark = (<u64>1) << (slot & 63);
    store<u8>(NEXT + <usize>one, (bits & mark) !== 0 ? load<u8>(HEAD + slot) : NONE);
    store<u8>(HEAD + slot, one);
    store<u64>(word, bits | mark);
  }
  let below = 0;
  let from: usize = 0;
  for (let word: usize = 0; word <= <usize>LAST >> 6; word++) {
    let bits = load<u64>(BITS + (word << 3));
    store<u64>(BITS + (word << 3), 0);
    for (; bits !== 0; bits &= bits - 1) {
      const slot = (word << 6) + <usize>ctz(bits);
      fill(from, slot, below);
      store<u8>(SLOTS + slot, below | SHARED);
      below++;
      store<u8>(UP_TO + slot, below);
      from = slot + 1;
    }
  }
  fill(from, LAST + 1, below);
}

function slotOf(total: i32, lowest: i32, shift: i32): usize {
  return <usize>(((total - lowest) >> shift) + 1);
}

/** Sixteen slots at a time: what is written beyond the end is written again by the next call, or never read. */
function fill(from: usize, end: usize, passed: i32): void {
  const many = i8x16.splat(<i8>passed);
  for (let slot = from; slot < end; slot += 16) v128.store(SLOTS + slot, many);
}

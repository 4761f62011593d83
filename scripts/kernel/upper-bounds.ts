/**
 * The kernel of the matching engine in AssemblyScript, compiled by scripts/kernel/build.js into
 * src/core/matching/kernel-code.ts. It reads columns of four-bit levels, in blocks of 32 rows to 16 bytes, and finds rows
 * that may be among the best: a sum of looked-up upper bounds, one byte wide, against what is needed.
 */

/** Bytes of a program step: a table of 16 bytes by level, then the place of the column. */
const STEP = 32;
const UPPER = i8x16.splat(15);

/** Rows of the last call that passed all of its gates. */
export let passed: i32 = 0;

/**
 * Looks at the rows [first, end) of a run, most days first. The program's first `gates` steps give 0 for levels that pass;
 * the `bounds` steps after them give points to add up. A row survives when its points are at least
 * need − perDay × (days beyond `minimum`, up to `most`), the days being those of the block's first row, which has most.
 * Writes row and points of each survivor to `out`, two words a row, and returns how many. The 32 bytes before `out` are
 * overwritten.
 */
export function survivors(
  first: i32,
  end: i32,
  gates: i32,
  bounds: i32,
  program: usize,
  daysColumn: usize,
  minimum: i32,
  most: i32,
  perDay: f64,
  need: f64,
  out: usize,
): i32 {
  passed = 0;
  const start = out;
  for (let block = first >> 5; block <= (end - 1) >> 5; block++) {
    const row = block << 5;
    const head = max(row, first);
    const days = load<i32>(daysColumn + ((<usize>head) << 2)) - minimum;
    const least = ceil(need - perDay * <f64>min(max(days, 0), most) - 1e-6);
    if (least > 255 && gates === 0) break;
    let rows = (<u32>-1) << (head - row);
    if (end - row < 32) rows &= ((<u32>1) << (end - row)) - 1;
    const place = (<usize>block) << 4;
    let step = program;
    if (gates > 0) {
      let low = i8x16.splat(0);
      let high = i8x16.splat(0);
      for (let last = step + gates * STEP; step < last; step += STEP) {
        const table = v128.load(step);
        const levels = v128.load(<usize>load<u32>(step, 16) + place);
        low = v128.or(low, v128.relaxed_swizzle(table, v128.and(levels, UPPER)));
        high = v128.or(high, v128.relaxed_swizzle(table, v128.shr<u8>(levels, 4)));
      }
      const zero = i8x16.splat(0);
      rows &= v128.bitmask<i8>(v128.eq<i8>(low, zero)) | (v128.bitmask<i8>(v128.eq<i8>(high, zero)) << 16);
      passed += popcnt<u32>(rows);
    }
    if (rows === 0 || least > 255) continue;
    let low = i8x16.splat(0);
    let high = i8x16.splat(0);
    for (let last = step + bounds * STEP; step < last; step += STEP) {
      const table = v128.load(step);
      const levels = v128.load(<usize>load<u32>(step, 16) + place);
      low = v128.add<u8>(low, v128.relaxed_swizzle(table, v128.and(levels, UPPER)));
      high = v128.add<u8>(high, v128.relaxed_swizzle(table, v128.shr<u8>(levels, 4)));
    }
    const needed = v128.splat<u8>(<u8>max(least, 0));
    rows &= v128.bitmask<i8>(v128.ge<u8>(low, needed)) | (v128.bitmask<i8>(v128.ge<u8>(high, needed)) << 16);
    if (rows === 0) continue;
    v128.store(start - 32, low);
    v128.store(start - 16, high);
    for (; rows !== 0; rows &= rows - 1) {
      const at = ctz<u32>(rows);
      store<u32>(out, row + at);
      store<u32>(out, <u32>load<u8>(start - 32 + at), 4);
      out += 8;
    }
  }
  return <i32>((out - start) >> 3);
}

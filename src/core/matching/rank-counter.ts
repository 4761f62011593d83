import { RankKernel, theRankKernel } from './rank-kernel.js';
import type { ValueColumns } from './value-columns.js';
import { type OneOfFew, PlainRankCounter, type RankCounter } from './weights-rank.js';

/** Ranks of the few, who are among the rows. Without a `kernel` it is counted plainly, to the same ranks. */
export function rankCounter(columns: ValueColumns, few: readonly OneOfFew[], kernel: RankKernel | null = theRankKernel()): RankCounter {
  return kernel && few.length <= kernel.most ? kernel.counter(columns, few) : new PlainRankCounter(columns, few);
}

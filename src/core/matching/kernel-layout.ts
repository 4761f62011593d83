/**
 * Where things lie in the memory that the engine and its kernel share. scripts/kernel/ranking.ts reads this file too, so
 * that the two cannot disagree; only plain constants may stand here.
 */

/** Most rows that one question keeps; whoever asks for more is answered by the plain loop. */
export const MOST_KEPT = 512;
/** Steps that are taken between two looks at whether a block is still worth going on with. */
export const GROUP = 4;
/** Every so many blocks are looked at beforehand, where there are more than so many, and so many more of the best are kept than are likely. */
export const STRIDE = 16;
export const SAMPLED = 64;
export const SPARE = 6;
/** Bits of a country cell that hold its days. */
export const DAYS_BITS = 11;

/** A step: points from 0 to 255 by level in 16 bytes, the place of the column, what all later steps can add. */
export const STEP = 32;
export const STEP_PLACE = 16;
export const STEP_REST = 20;
const MOST_STEPS = 160;

/** An exact step: points by level as 16 words, then the place of the column. */
export const EXACT = 68;
export const EXACT_PLACE = 64;

/** Rows from, to and steps of knowledge of a run, as words. */
export const RUN = 12;
/** As many as there are signatures. */
const MOST_RUNS = 1500;

/** One of the best as it is kept: its key in 8 bytes, row and steps of knowledge. */
export const KEPT = 16;
/** One of the best as it is told, in words: total, roster number, row, and the value of each packed criterion. */
export const TOLD = 11;

/** 15 in each of 16 bytes, and 1, 2, 4 and so on to 128, twice: read from memory, since a constant is made anew in every turn of a loop. */
export const LOWER_HALVES_AT = 16;
export const BITS_AT = 32;
/** The sums of 64 rows. */
export const SUMS_AT = 64;
/** Words about the table, in the order of `TableWords`; then numbers of 8 bytes about the question. */
export const TABLE_AT = 128;
export const QUESTION_AT = 192;
export const GATES_AT = 448;
export const BOUNDS_AT = GATES_AT + MOST_STEPS * STEP;
export const THEMES_AT = BOUNDS_AT + MOST_STEPS * STEP;
export const DESIRED_AT = THEMES_AT + 64 * EXACT;
export const RUNS_AT = DESIRED_AT + 104 * EXACT;
export const KEPT_AT = RUNS_AT + MOST_RUNS * RUN;
export const TOLD_AT = KEPT_AT + MOST_KEPT * KEPT;
/** Bytes at the start of a memory that belong to the kernel. */
export const RESERVED = TOLD_AT + MOST_KEPT * TOLD * 4;

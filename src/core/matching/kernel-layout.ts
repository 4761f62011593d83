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
/**
 * What is read of one row to score it stands in one line of the processor's cache: roster number, days of human-rights
 * experience with those of humanitarian experience above them, and the place of the first cell as words; field days as half
 * a word; then a byte for skills with trainings above them, and one for the code of the context.
 */
export const RECORD = 16;
export const RECORD_DAYS = 4;
export const HUMAN_RIGHTS_BITS = 17;
export const RECORD_CELLS = 8;
export const RECORD_FIELD = 12;
export const RECORD_SKILLS = 14;
export const SKILLS_BITS = 4;
export const RECORD_CONTEXT = 15;

/**
 * Cells are half words: column × 16 + level for each theme and language of the row, then for each country two of them,
 * this + index of the country, and the days there.
 */
export const COUNTRY_CELLS = 2624;
/** What a cell is worth to a question: themes in the upper bits, desired languages in the lower; of a country how much a day counts. */
export const WORTHS = 3136;
export const DESIRED_BITS = 12;

/** A step: points from 0 to 255 by level in 16 bytes, the place of the column, what all later steps can add. */
export const STEP = 32;
export const STEP_PLACE = 16;
export const STEP_REST = 20;
const MOST_STEPS = 160;

/** Rows from and to of a run, the points that all of its rows have, and the values of parts of the context that they have, as words. */
export const RUN = 16;
/** As many as there are signatures. */
const MOST_RUNS = 1500;

/** One of the best as it is kept: its key in 8 bytes, row, and the place of its run. */
export const KEPT = 16;
/** One of the best as it is told, in words: total, roster number, row, which of the runs, and the values of TOLD_CRITERIA in kernel.ts. */
export const TOLD = 12;

/** 15 in each of 16 bytes, and 1, 2, 4 and so on to 128, twice: read from memory, since a constant is made anew in every turn of a loop. */
export const LOWER_HALVES_AT = 16;
export const BITS_AT = 32;
/** The sums of 64 rows. */
export const SUMS_AT = 64;
/** Words about the table, in the order of `TableWords`; then numbers of 8 bytes about the question. */
export const TABLE_AT = 128;
export const QUESTION_AT = 192;
/** By code: the values of parts of the context together, as words. */
export const CONTEXT_AT = 448;
export const GATES_AT = CONTEXT_AT + 64 * 4;
export const BOUNDS_AT = GATES_AT + MOST_STEPS * STEP;
export const WORTHS_AT = BOUNDS_AT + MOST_STEPS * STEP;
export const RUNS_AT = WORTHS_AT + WORTHS * 4;
export const KEPT_AT = RUNS_AT + MOST_RUNS * RUN;
export const TOLD_AT = KEPT_AT + MOST_KEPT * KEPT;
/** Bytes at the start of a memory that belong to the kernel. */
export const RESERVED = TOLD_AT + MOST_KEPT * TOLD * 4;

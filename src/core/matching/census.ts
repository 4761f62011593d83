import type { CompiledRequest } from './request.js';
import { gateFacts } from './signature.js';
import type { Run, Table } from './table.js';
import { GATES } from './verdicts.js';

/** Rows [start, end) that meet every gate but the languages, and their steps of knowledge beyond the essentials. */
export interface OpenRun {
  readonly start: number;
  readonly end: number;
  readonly steps: number;
}

export interface Census {
  readonly misses: number[];
  readonly open: readonly OpenRun[];
}

/** Index of the languages in GATES. */
export const LANGUAGES_GATE = GATES.indexOf('languages');

/** One bit for each gate, the first of GATES lowest. */
const [ROSTER, EDUCATION, EXPERIENCE, KNOWLEDGE, LANGUAGES] = [1, 2, 4, 8, 1 << LANGUAGES_GATE];

/** What a request asks of rows that share a signature: known before any row is looked at. */
export interface RunVerdict {
  /** Gates that all rows of the run miss. */
  readonly missed: number;
  /** Human-rights days that the education gate asks for. */
  readonly educationDays: number;
  /** Human-rights days that the experience gate asks for. */
  readonly experienceDays: number;
  readonly steps: number;
}

export function judgeRun(signature: number, request: CompiledRequest): RunVerdict {
  const { essential, education, active, field } = gateFacts(signature);
  const short = essential.map((level, area) => Math.max(0, (request.essential[area] as number) - level));
  const knowledge = short.reduce((bits, steps, area) => bits | (steps > 0 ? KNOWLEDGE << area : 0), 0);
  const educationDays = request.daysByEducation[education] as number;
  const missed =
    (active ? 0 : ROSTER) | (educationDays === Number.POSITIVE_INFINITY ? EDUCATION : 0) | (request.needsField && !field ? EXPERIENCE : 0);
  return {
    missed: missed | knowledge,
    educationDays,
    experienceDays: request.minimumDays,
    steps: essential.reduce((sum, level, area) => sum + Math.max(0, level - (request.essential[area] as number)), 0),
  };
}

/** One bit for each gate that a row of the run misses, from its days and whether it has the required languages. */
export function missedBy(verdict: RunVerdict, days: number, hasLanguages: boolean): number {
  return (
    verdict.missed |
    (days < verdict.educationDays ? EDUCATION : 0) |
    (days < verdict.experienceDays ? EXPERIENCE : 0) |
    (hasLanguages ? 0 : LANGUAGES)
  );
}

/** How many rows miss each gate but the languages, in the order of GATES, and where the others are: best knowledge first. */
export function census(table: Table, request: CompiledRequest): Census {
  const misses = GATES.map(() => 0);
  const open: OpenRun[] = [];
  for (const run of table.runs) {
    const verdict = judgeRun(run.signature, request);
    const { start, end } = run;
    const [enough, taught] = [endOf(table, run, verdict.experienceDays), endOf(table, run, verdict.educationDays)];
    const left = [0, end - taught, end - enough];
    for (let gate = 0; gate < misses.length; gate++) {
      const count = (verdict.missed >> gate) & 1 ? end - start : (left[gate] ?? 0);
      misses[gate] = (misses[gate] as number) + count;
    }
    const last = Math.min(enough, taught);
    if (verdict.missed === 0 && last > start) open.push({ start, end: last, steps: verdict.steps });
  }
  return { misses, open };
}

function endOf(table: Table, run: Run, days: number): number {
  return days === Number.POSITIVE_INFINITY ? run.start : table.endOfEnough(run, days);
}

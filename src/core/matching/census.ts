import { ESSENTIAL_AREAS } from '../knowledge.js';
import type { CompiledRequest } from './request.js';
import { gateFacts } from './signature.js';
import type { Run, Table } from './table.js';
import { GATES } from './verdicts.js';

/** Rows [start, end) that meet every gate but those that levels decide, and their steps of knowledge beyond the essentials. */
export interface OpenRun {
  readonly start: number;
  readonly end: number;
  readonly steps: number;
}

export interface Census {
  readonly misses: number[];
  readonly open: readonly OpenRun[];
}

/** Places in GATES. */
const EDUCATION_GATE = GATES.indexOf('education');
const EXPERIENCE_GATE = GATES.indexOf('experience');

/** One bit for each gate, the first of GATES lowest; the essential areas stand one after another. */
const ROSTER = 1 << GATES.indexOf('roster');
const EDUCATION = 1 << EDUCATION_GATE;
const EXPERIENCE = 1 << EXPERIENCE_GATE;
const KNOWLEDGE = 1 << GATES.indexOf(ESSENTIAL_AREAS[0]);

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
  const educationDays = request.daysByEducation[education] as number;
  let missed = active ? 0 : ROSTER;
  if (educationDays === Number.POSITIVE_INFINITY) missed |= EDUCATION;
  if (request.needsField && !field) missed |= EXPERIENCE;
  let steps = 0;
  for (let area = 0; area < essential.length; area++) {
    const beyond = (essential[area] as number) - (request.essential[area] as number);
    if (beyond < 0) missed |= KNOWLEDGE << area;
    else steps += beyond;
  }
  return { missed, educationDays, experienceDays: request.minimumDays, steps };
}

/** One bit for each gate that a row of the run misses, from its days and the bits of the gates that levels decide. */
export function missedBy(verdict: RunVerdict, days: number, byLevels: number): number {
  return verdict.missed | (days < verdict.educationDays ? EDUCATION : 0) | (days < verdict.experienceDays ? EXPERIENCE : 0) | byLevels;
}

/** How many rows miss each gate but those that levels decide, in the order of GATES, and where the others are: best knowledge first. */
export function census(table: Table, request: CompiledRequest): Census {
  const misses = GATES.map(() => 0);
  const open: OpenRun[] = [];
  for (const run of table.runs) {
    const verdict = judgeRun(run.signature, request);
    const { start, end } = run;
    const enough = endOf(table, run, verdict.experienceDays);
    const taught = endOf(table, run, verdict.educationDays);
    for (let gate = 0; gate < misses.length; gate++) {
      if ((verdict.missed >> gate) & 1) misses[gate] = (misses[gate] as number) + end - start;
    }
    if (!(verdict.missed & EDUCATION)) misses[EDUCATION_GATE] = (misses[EDUCATION_GATE] as number) + end - taught;
    if (!(verdict.missed & EXPERIENCE)) misses[EXPERIENCE_GATE] = (misses[EXPERIENCE_GATE] as number) + end - enough;
    const last = Math.min(enough, taught);
    if (verdict.missed === 0 && last > start) open.push({ start, end: last, steps: verdict.steps });
  }
  return { misses, open };
}

function endOf(table: Table, run: Run, days: number): number {
  return days === Number.POSITIVE_INFINITY ? run.start : table.endOfEnough(run, days);
}

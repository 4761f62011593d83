import { ESSENTIAL_AREAS } from '../knowledge.js';
import { essentialContext } from './context-code.js';
import { EDUCATION_TOP } from './criteria/education.js';
import { valueOf } from './criteria/rule.js';
import type { CompiledRequest } from './request.js';
import { gateFacts } from './signature.js';
import type { Table } from './table.js';
import { GATES } from './verdicts.js';

/** The values that all rows of a run have, each 0 to 10,000. */
export interface RunValues {
  readonly knowledge: number;
  readonly education: number;
  /** Of the context: the values of the parts that the essential areas give, together. */
  readonly context: number;
}

/** Rows [start, end) that meet every gate but those that levels decide. */
export interface OpenRun extends RunValues {
  readonly start: number;
  readonly end: number;
}

/** One bit for each gate, the first of GATES lowest; the essential areas stand one after another. */
const ROSTER = 1 << GATES.indexOf('roster');
const EDUCATION = 1 << GATES.indexOf('education');
const EXPERIENCE = 1 << GATES.indexOf('experience');
const KNOWLEDGE = 1 << GATES.indexOf(ESSENTIAL_AREAS[0]);

/** What a request asks of rows that share a signature: known before any row is looked at. */
export interface RunVerdict extends RunValues {
  /** Gates that all rows of the run miss. */
  readonly missed: number;
  /** Human-rights days that the education gate asks for. */
  readonly educationDays: number;
  /** Human-rights days that the experience gate asks for. */
  readonly experienceDays: number;
}

export function judgeRun(signature: number, request: CompiledRequest): RunVerdict {
  const { essential, education } = gateFacts(signature);
  // Whoever misses the essentials has steps too: what the criteria would give if the gates were met.
  const steps = essential.reduce((sum, level, area) => sum + Math.max(0, level - (request.essential[area] as number)), 0);
  return {
    missed: missedByAll(signature, request),
    educationDays: request.daysByEducation[education] as number,
    experienceDays: request.minimumDays,
    knowledge: valueOf(steps, request.knowledgeWhole),
    education: valueOf(education, EDUCATION_TOP),
    context: essentialContext(request.context, essential),
  };
}

/** One bit for each gate that a row of the run misses, from its days and the bits of the gates that levels decide. */
export function missedBy(verdict: RunVerdict, days: number, byLevels: number): number {
  return verdict.missed | (days < verdict.educationDays ? EDUCATION : 0) | (days < verdict.experienceDays ? EXPERIENCE : 0) | byLevels;
}

/** Where the rows are that meet every gate but those that levels decide: best knowledge first. */
export function openRuns(table: Table, request: CompiledRequest): OpenRun[] {
  const open: OpenRun[] = [];
  for (const run of table.runs) {
    const { signature, start } = run;
    if (missedByAll(signature, request) !== 0) continue;
    const { experienceDays, educationDays, knowledge, education, context } = judgeRun(signature, request);
    const end = table.endOfEnough(run, Math.max(experienceDays, educationDays));
    if (end > start) open.push({ start, end, knowledge, education, context });
  }
  return open;
}

/** One bit for each gate that all rows of this signature miss. */
function missedByAll(signature: number, request: CompiledRequest): number {
  const { essential, education, active, field } = gateFacts(signature);
  let missed = active ? 0 : ROSTER;
  if (request.daysByEducation[education] === Number.POSITIVE_INFINITY) missed |= EDUCATION;
  if (request.needsField && !field) missed |= EXPERIENCE;
  for (let area = 0; area < essential.length; area++) {
    if ((essential[area] as number) < (request.essential[area] as number)) missed |= KNOWLEDGE << area;
  }
  return missed;
}

import { EDUCATION_CLASSES } from '../education.js';
import { ESSENTIAL_AREAS, KNOWLEDGE_LEVELS } from '../knowledge.js';
import type { CompiledRequest } from './request.js';
import { gateFacts } from './signature.js';
import { GATES, type GateName } from './verdicts.js';

/** Rows with one signature: [start, end), most human-rights days first. */
export interface Run {
  readonly signature: number;
  readonly start: number;
  end: number;
}

/** All rows of a table, and where in a run those with enough human-rights days end. */
interface Rows {
  readonly runs: readonly Run[];
  endOfEnough(run: Run, days: number): number;
}

/** What is known of all rows of a table by their signatures alone, so that counting who misses a gate looks at no row. */
export class Tallies {
  private inactive = 0;
  private readonly byEducation = EDUCATION_CLASSES.map(() => 0);
  /** By essential area and level. */
  private readonly byLevel = ESSENTIAL_AREAS.map(() => KNOWLEDGE_LEVELS.map(() => 0));
  /** By days and whether field experience is asked for too. Few are asked for: posts of one level ask for the same years. */
  private readonly byDays = new Map<number, number>();

  constructor(private readonly table: Rows) {
    for (const { signature, start, end } of table.runs) {
      const { active, education, essential } = gateFacts(signature);
      const rows = end - start;
      if (!active) this.inactive += rows;
      add(this.byEducation, education, rows);
      for (const [area, level] of essential.entries()) add(this.byLevel[area] as number[], level, rows);
    }
  }

  /** How many rows miss each gate, in the order of GATES; 0 for those that levels decide. */
  misses(request: CompiledRequest): number[] {
    const misses = GATES.map(() => 0);
    misses[ROSTER] = this.inactive;
    misses[EDUCATION] = request.daysByEducation.reduce((sum, days, education) => sum + this.untaught(education, days), 0);
    misses[EXPERIENCE] = this.inexperienced(request.minimumDays, request.needsField);
    for (let area = 0; area < ESSENTIAL_AREAS.length; area++)
      misses[KNOWLEDGE + area] = this.below(area, request.essential[area] as number);
    return misses;
  }

  /** How many of an education class have fewer human-rights days than it needs. */
  private untaught(education: number, days: number): number {
    if (days === 0) return 0;
    if (days === Number.POSITIVE_INFINITY) return this.byEducation[education] as number;
    return this.fewer(days, (run) => gateFacts(run.signature).education === education);
  }

  private inexperienced(days: number, needsField: boolean): number {
    const key = needsField ? -1 - days : days;
    const known = this.byDays.get(key);
    if (known !== undefined) return known;
    const hasField = (run: Run) => !needsField || gateFacts(run.signature).field;
    const found = this.fewer(days, hasField) + this.table.runs.reduce((sum, run) => (hasField(run) ? sum : sum + run.end - run.start), 0);
    if (this.byDays.size >= MOST_REMEMBERED) this.byDays.clear();
    this.byDays.set(key, found);
    return found;
  }

  private fewer(days: number, counts: (run: Run) => boolean): number {
    return this.table.runs.reduce((sum, run) => (counts(run) ? sum + run.end - this.table.endOfEnough(run, days) : sum), 0);
  }

  private below(area: number, level: number): number {
    let rows = 0;
    for (let lower = 0; lower < level; lower++) rows += this.byLevel[area]?.[lower] as number;
    return rows;
  }
}

const MOST_REMEMBERED = 1000;
const ROSTER = placeOf('roster');
const EDUCATION = placeOf('education');
const EXPERIENCE = placeOf('experience');
/** The essential areas stand one after another. */
const KNOWLEDGE = placeOf(ESSENTIAL_AREAS[0]);

function placeOf(gate: GateName): number {
  return GATES.indexOf(gate);
}

function add(counts: number[], place: number, rows: number): void {
  counts[place] = (counts[place] as number) + rows;
}

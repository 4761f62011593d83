import { FIELD_TOP } from './criteria/field.js';
import { valueOf } from './criteria/rule.js';
import { TRAININGS_TOP } from './criteria/trainings.js';
import { FIELD_COLUMN, LEVEL_TOP, SKILLS_COLUMN, TRAININGS_COLUMN } from './facts.js';
import type { Program, ProgramStep } from './kernel.js';
import type { CompiledRequest, Lookup } from './request.js';
import { VALUE_TOP } from './rubric.js';
import { SKILLS_TOP } from './score.js';
import type { Table } from './table.js';

/** Highest sum of points that one byte holds. */
const BYTE = 255;
/** More than what rounding to the nearest fraction can be wrong by, and much less than one point. */
const ROUNDING = 1e-9;

/** A program for the kernel, and what it takes to compare its sums with totals. */
export interface Bounds {
  readonly program: Program;
  /** Total points that one point of the kernel stands for. */
  readonly unit: number;
  /** By steps of knowledge beyond the essentials: their points of the total. */
  knowledge(steps: number): number;
  /** The most that the country can add. */
  readonly countryTop: number;
  /** Total points of a day beyond the minimum. */
  readonly perDay: number;
}

/**
 * Bounds that are never too low: each part is rounded up to whole units of the kernel, and units are so large that the
 * highest parts together, each with its rounding, fit in a byte.
 */
export function boundsOf(table: Table, request: CompiledRequest): Bounds {
  const [themes, experience, languages, knowledge, field, country, skills, trainings] = request.weights;
  const parts = new Parts();
  parts.addLookup(request.themes, themes);
  parts.addLookup(request.desiredLanguages, languages);
  parts.add(SKILLS_COLUMN, skills, (level) => valueOf(Math.min(level, SKILLS_TOP), SKILLS_TOP));
  parts.add(TRAININGS_COLUMN, trainings, (level) => valueOf(Math.min(level, TRAININGS_TOP), TRAININGS_TOP));
  parts.add(FIELD_COLUMN, field, (level) => valueOf(Math.min(Math.ceil((level * FIELD_TOP) / LEVEL_TOP), FIELD_TOP), FIELD_TOP));
  const unit = parts.unit();
  const perDay = (experience * VALUE_TOP) / request.experienceWhole;
  return {
    unit,
    perDay,
    knowledge: (steps) => knowledge * valueOf(steps, request.knowledgeWhole),
    countryTop: country * VALUE_TOP,
    program: {
      gates: gateSteps(table, request.requiredLanguages),
      bounds: parts.steps(table, unit),
      minimum: request.minimumDays,
      most: request.experienceWhole,
      perDay: perDay / unit,
    },
  };
}

/** Upper bounds of total points (0 to 1,000,000) by level, for one column each. Plain loops: every request makes them. */
class Parts {
  private readonly columns: number[] = [];
  /** By position in `columns` × 16 + level. */
  private readonly points: number[] = [];
  private highest = 0;

  add(column: number, weight: number, value: (level: number) => number): void {
    if (weight === 0) return;
    this.columns.push(column);
    let most = 0;
    for (let level = 0; level <= LEVEL_TOP; level++) {
      const points = weight * value(level);
      this.points.push(points);
      if (points > most) most = points;
    }
    this.highest += most;
  }

  addLookup({ columns, points, whole }: Lookup, weight: number): void {
    for (let index = 0; index < columns.length; index++) {
      this.add(columns[index] as number, weight, (level) => (VALUE_TOP * (points[index * 16 + level] as number)) / whole);
    }
  }

  /** The smallest unit in which all parts together fit in a byte. */
  unit(): number {
    return this.highest / (BYTE - this.columns.length) || 1;
  }

  steps(table: Table, unit: number): ProgramStep[] {
    return this.columns.map((column, index) => {
      const points = new Uint8Array(16);
      for (let level = 0; level <= LEVEL_TOP; level++)
        points[level] = Math.ceil((this.points[index * 16 + level] as number) / unit - ROUNDING);
      return { place: table.columns[column] as number, points };
    });
  }
}

/** 0 lets a row pass: it has the point of the required language. */
export function gateSteps(table: Table, { columns, points }: Lookup): ProgramStep[] {
  return columns.map((column, index) => ({
    place: table.columns[column] as number,
    points: Uint8Array.from(points.subarray(index * 16, index * 16 + 16), (point) => (point > 0 ? 0 : BYTE)),
  }));
}

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

/** Upper bounds of total points (0 to 1,000,000) by level, for one column. */
interface Part {
  readonly column: number;
  readonly most: readonly number[];
}

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
  const parts = [
    ...lookupParts(request.themes, themes),
    ...lookupParts(request.desiredLanguages, languages),
    part(SKILLS_COLUMN, skills, (level) => valueOf(Math.min(level, SKILLS_TOP), SKILLS_TOP)),
    part(TRAININGS_COLUMN, trainings, (level) => valueOf(Math.min(level, TRAININGS_TOP), TRAININGS_TOP)),
    part(FIELD_COLUMN, field, (level) => valueOf(Math.min(Math.ceil((level * FIELD_TOP) / LEVEL_TOP), FIELD_TOP), FIELD_TOP)),
  ].filter(({ most }) => Math.max(...most) > 0);
  const highest = parts.reduce((sum, { most }) => sum + Math.max(...most), 0);
  const unit = highest / (BYTE - parts.length) || 1;
  const perDay = (experience * VALUE_TOP) / request.experienceWhole;
  const place = (column: number) => table.columns[column] as number;
  return {
    unit,
    perDay,
    knowledge: (steps) => knowledge * valueOf(steps, request.knowledgeWhole),
    countryTop: country * VALUE_TOP,
    program: {
      gates: gateSteps(table, request.requiredLanguages),
      bounds: parts.map(({ column, most }) => ({
        place: place(column),
        points: Uint8Array.from(most, (points) => Math.ceil(points / unit - ROUNDING)),
      })),
      minimum: request.minimumDays,
      most: request.experienceWhole,
      perDay: perDay / unit,
    },
  };
}

function part(column: number, weight: number, value: (level: number) => number): Part {
  return { column, most: Array.from({ length: LEVEL_TOP + 1 }, (_, level) => weight * value(level)) };
}

function lookupParts({ columns, points, whole }: Lookup, weight: number): Part[] {
  return columns.map((column, index) => ({
    column,
    most: Array.from(points.subarray(index * 16, index * 16 + 16), (of) => (weight * VALUE_TOP * of) / whole),
  }));
}

/** 0 lets a row pass: it has the point of the required language. */
export function gateSteps(table: Table, { columns, points }: Lookup): ProgramStep[] {
  return columns.map((column, index) => ({
    place: table.columns[column] as number,
    points: Uint8Array.from(points.subarray(index * 16, index * 16 + 16), (point) => (point > 0 ? 0 : BYTE)),
  }));
}

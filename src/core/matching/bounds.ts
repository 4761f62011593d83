import { mostOfPart } from './context-code.js';
import { FIELD_TOP } from './criteria/field.js';
import { valueOf } from './criteria/rule.js';
import { TRAININGS_TOP } from './criteria/trainings.js';
import { FIELD_COLUMN, LEVEL_TOP, PART_PLACES, SKILLS_COLUMN, TRAININGS_COLUMN } from './facts.js';
import { type CompiledRequest, type Lookup, zeros } from './request.js';
import { VALUE_TOP } from './rubric.js';
import { SKILLS_TOP } from './score.js';

/** Highest sum of points that one byte holds. */
const BYTE = 255;
/** More than what rounding to the nearest fraction can be wrong by, and much less than one point. */
const ROUNDING = 1e-9;

/** Upper bounds of totals, in points that together fit in a byte. What days, knowledge and degrees give is not in them. */
export interface Bounds {
  /** Those that can give most first. */
  readonly columns: readonly number[];
  /** By position in `columns` × 16 + level. */
  readonly points: readonly number[];
  /** For whoever has any days in the country or its region; 0 for the others. */
  readonly countryPoints: number;
  /** Points of the total that one point stands for. */
  readonly unit: number;
}

const SKILLS = values((level) => valueOf(Math.min(level, SKILLS_TOP), SKILLS_TOP));
const TRAININGS = values((level) => valueOf(Math.min(level, TRAININGS_TOP), TRAININGS_TOP));
const FIELD = values((level) => valueOf(Math.min(Math.ceil((level * FIELD_TOP) / LEVEL_TOP), FIELD_TOP), FIELD_TOP));

/**
 * Bounds that are never too low: each part is rounded up to whole units, and units are so large that the highest parts
 * together, each with its rounding, fit in a byte.
 */
export function boundsOf(request: CompiledRequest): Bounds {
  const { themes, languages, field, country, skills, trainings } = request.weights;
  const parts: Part[] = [];
  addLookup(parts, request.themes, themes);
  addLookup(parts, request.desiredLanguages, languages);
  add(parts, FIELD_COLUMN, FIELD, 0, LEVEL_TOP, field);
  add(parts, SKILLS_COLUMN, SKILLS, 0, LEVEL_TOP, skills);
  add(parts, TRAININGS_COLUMN, TRAININGS, 0, LEVEL_TOP, trainings);
  addContext(parts, request);
  parts.sort((a, b) => b.highest - a.highest);
  const countryTop = country * VALUE_TOP;
  const unit = parts.reduce((sum, { highest }) => sum + highest, countryTop) / (BYTE - parts.length - 1) || 1;
  const points = zeros(parts.length * 16);
  for (let position = 0; position < parts.length; position++) {
    const { values, from, top, scale } = parts[position] as Part;
    for (let level = 0; level <= top; level++)
      points[position * 16 + level] = Math.ceil(((values[from + level] as number) * scale) / unit - ROUNDING);
  }
  return { columns: parts.map(({ column }) => column), points, countryPoints: Math.ceil(countryTop / unit - ROUNDING), unit };
}

/** Upper bounds of points of the total, by level, for one column: values × scale. */
interface Part {
  readonly column: number;
  readonly values: ArrayLike<number>;
  /** Where the values of this column start. */
  readonly from: number;
  readonly top: number;
  readonly scale: number;
  readonly highest: number;
}

function addLookup(parts: Part[], { columns, points, top, whole }: Lookup, weight: number): void {
  for (let index = 0; index < columns.length; index++)
    add(parts, columns[index] as number, points, index * 16, top, (weight * VALUE_TOP) / whole);
}

/** Parts of the context lie four in a column, one bit each; where one does not hold, a little less may. */
function addContext(parts: Part[], { contextParts, weights }: CompiledRequest): void {
  if (weights.context === 0) return;
  const byColumn = new Map<number, Int32Array>();
  for (const part of contextParts) {
    const { column, bit } = PART_PLACES.get(part) as { column: number; bit: number };
    const most = byColumn.get(column) ?? new Int32Array(LEVEL_TOP + 1);
    byColumn.set(
      column,
      most.map((sum, level) => sum + mostOfPart(part, (level & bit) !== 0)),
    );
  }
  for (const [column, most] of byColumn) add(parts, column, most, 0, LEVEL_TOP, weights.context / contextParts.length);
}

function add(parts: Part[], column: number, values: ArrayLike<number>, from: number, top: number, scale: number): void {
  if (scale > 0) parts.push({ column, values, from, top, scale, highest: (values[from + top] as number) * scale });
}

function values(of: (level: number) => number): Int32Array {
  return Int32Array.from({ length: LEVEL_TOP + 1 }, (_, level) => of(level));
}

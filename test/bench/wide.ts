import { closeSync, openSync, writeSync } from 'node:fs';
import { ESSENTIAL_AREAS } from '../../src/core/knowledge.js';
import { LANGUAGE_CODES } from '../../src/core/languages.js';
import {
  FIELD_COLUMN,
  LANGUAGE_COLUMN,
  type ProfileFacts,
  SKILLS_COLUMN,
  THEME_COLUMN,
  TRAININGS_COLUMN,
} from '../../src/core/matching/facts.js';
import { gateFacts } from '../../src/core/matching/signature.js';
import { THEME_SLUGS } from '../../src/core/themes.js';

/**
 * The best table that SQL can be given: whatever the engine computes once for a roster is a column here too, one for each
 * theme, language and country that somebody has. What gates look at stands first, since rows are unpacked from the left.
 */
export interface WideTable {
  readonly columns: readonly WideColumn[];
  readonly has: ReadonlySet<string>;
}

export interface WideColumn {
  readonly name: string;
  /** Highest value, for the smallest type. */
  readonly most: number;
}

const GATE_COLUMNS: readonly WideColumn[] = [
  { name: 'number', most: 2 ** 31 - 1 },
  { name: 'human-rights', most: 2 ** 31 - 1 },
  { name: 'active', most: 1 },
  { name: 'education', most: 2 },
  { name: 'field', most: 4000 },
  ...ESSENTIAL_AREAS.map((name) => ({ name, most: 4 })),
];

export function wideTable(facts: readonly ProfileFacts[]): WideTable {
  const levels = new Set(facts.flatMap((one) => asked(one).map(([column]) => column)));
  const countries = new Set(facts.flatMap((one) => one.countries.map(([code]) => code)));
  const columns = [
    ...GATE_COLUMNS,
    ...['language-en', 'language-fr', 'language-es', 'language-ar', 'language-ru'].map((name) => ({ name, most: 15 })),
    ...[...levels].map((column) => ({ name: levelName(column), most: 15 })),
    ...[...countries].sort().map((code) => ({ name: `country-${code}`, most: 4000 })),
  ].filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index);
  return { columns, has: new Set(columns.map(({ name }) => name)) };
}

/** Without the columns that are for bounds, or for gates that no request of the benchmark asks for. */
function asked({ levels }: ProfileFacts): (readonly [column: number, level: number])[] {
  return [...levels].filter(([column]) => column < FIELD_COLUMN);
}

function levelName(column: number): string {
  if (column === SKILLS_COLUMN) return 'skills';
  if (column === TRAININGS_COLUMN) return 'trainings';
  if (column < LANGUAGE_COLUMN) return `theme-${THEME_SLUGS[column - THEME_COLUMN]}`;
  return `language-${LANGUAGE_CODES[column - LANGUAGE_COLUMN]}`;
}

export function valuesOf(facts: ProfileFacts): Map<string, number> {
  const { essential, education, active } = gateFacts(facts.signature);
  return new Map<string, number>([
    ['number', facts.number],
    ['human-rights', facts.humanRights],
    ['active', Number(active)],
    ['education', education],
    ['field', facts.field],
    ...ESSENTIAL_AREAS.map((area, index) => [area, essential[index] as number] as const),
    ...asked(facts).map(([column, level]) => [levelName(column), level] as const),
    ...facts.countries.map(([code, days]) => [`country-${code}`, days] as const),
  ]);
}

export function rowOf({ columns }: WideTable, facts: ProfileFacts): number[] {
  const values = valuesOf(facts);
  return columns.map(({ name }) => values.get(name) ?? 0);
}

/** All rows as CSV without a heading, for the engines that read files best. */
export function writeCsv(path: string, rows: Iterable<readonly (number | string)[]>): void {
  const file = openSync(path, 'w', 0o644);
  let lines: string[] = [];
  const flush = () => {
    writeSync(file, lines.join(''));
    lines = [];
  };
  for (const row of rows) {
    lines.push(`${row.join(',')}\n`);
    if (lines.length === 5000) flush();
  }
  flush();
  closeSync(file);
}

import type { Engagement, ExperienceKind } from '../../../../core/expert.js';
import type { ExpertPart } from '../../../../core/expert-draft.js';
import type { ClaimStatus } from '../../../../core/knowledge.js';
import { CLAIM_STATUS_NAMES } from '../../../../web/criteria.js';
import { rowsOf, type Values } from '../../editing/form-rows.js';
import { ENGAGEMENT_NAMES, KIND_NAMES } from '../wording.js';
import { PART_WORDS } from './part-words.js';

type Asides = Readonly<Record<string, (value: string) => string>>;

const BACKED: Asides = { status: (value) => CLAIM_STATUS_NAMES[value as ClaimStatus].toLowerCase() };

/** What the line of an entry leaves out: told where two versions of the entry differ in it. */
const ASIDES: Readonly<Record<ExpertPart, Asides>> = {
  degrees: { ...BACKED, title: (value) => (value === '' ? 'no title' : `“${value}”`) },
  experience: {
    ...BACKED,
    percentage: (value) => `${value} % of full time`,
    level: (value) => (value === '' ? 'no UN level' : value),
    engagement: (value) => ENGAGEMENT_NAMES[value as Engagement].toLowerCase(),
    kinds: (value) => (value === '' ? 'of no counted kind' : value.split('/').map(kindText).join(' and ')),
  },
  knowledge: BACKED,
  languages: BACKED,
  themes: BACKED,
  trainings: BACKED,
  unavailable: {},
};

function kindText(kind: string): string {
  return KIND_NAMES[kind as ExperienceKind];
}

export function sameRows(stored: Values, typed: Values, part: ExpertPart): boolean {
  return JSON.stringify(rowsOf(stored, part).map(signature)) === JSON.stringify(rowsOf(typed, part).map(signature));
}

/** A line for each entry that the other side has not, or has otherwise, with what tells the two apart. */
export function linesOnlyIn(one: Values, other: Values, part: ExpertPart): string[] {
  const others = rowsOf(other, part);
  const known = new Set(others.map(signature));
  return rowsOf(one, part)
    .filter((row) => !known.has(signature(row)))
    .map((row) => {
      const twin = others.find(({ id }) => id !== undefined && id === row['id']);
      const asides = Object.entries(ASIDES[part]).filter(([field]) => twin && text(twin, field) !== text(row, field));
      return [PART_WORDS[part].line(row), ...asides.map(([field, words]) => words(text(row, field)))].join(', ');
    });
}

/** Everything that a row says, apart from its id. */
function signature({ id: _, ...row }: Values): string {
  const said = Object.keys(row).map((field) => [field, text(row, field)] as const);
  return JSON.stringify(said.filter(([, value]) => value !== '').sort(([a], [b]) => a.localeCompare(b)));
}

function text(row: Values, field: string): string {
  return [row[field] ?? ''].flat().join('/');
}

import { daysOfYears } from './dates.js';

/** Levels a post can have here. Source: TOR, "Post level: P-5 (to be determined according to country context)". */
export const POST_LEVELS = ['P-2', 'P-3', 'P-4', 'P-5'] as const;
export type PostLevel = (typeof POST_LEVELS)[number];

/** Minimum years of professional experience by level. Source: TOR Qualifications (P-5); UN staffing rules (others). */
export const MINIMUM_YEARS: Readonly<Record<PostLevel, number>> = { 'P-2': 2, 'P-3': 5, 'P-4': 7, 'P-5': 10 };

/** The same in whole days: P-5 asks for 3,652. */
export function minimumDays(level: PostLevel): number {
  return daysOfYears(MINIMUM_YEARS[level]);
}

/** What service at a level counts as: `unknown` is a level that no rule names, and does not count before somebody decides. */
export const LEVEL_CLASSES = ['professional', 'not-professional', 'unknown'] as const;
export type LevelClass = (typeof LEVEL_CLASSES)[number];

/** A family of levels and the lowest of it whose service counts as professional. */
export interface LevelFamily {
  readonly name: string;
  /** In the words of the table: which of its levels count. */
  readonly counts: string;
  /** Spellings in capitals; its first group, where there is one, is the number of the level. */
  readonly pattern: RegExp;
  /** Lowest number that counts; 0 where all of the family count, Infinity where none does. */
  readonly from: number;
  readonly source: string;
}

const ANNEX = 'UN Secretariat staff selection manual, Annex I';

/** Which levels count as professional, in the order in which they are shown. The first family that fits decides. */
export const LEVEL_FAMILIES: readonly LevelFamily[] = [
  { name: 'Professional', counts: 'P-1 and above', pattern: /^P-?([1-7])$/, from: 1, source: ANNEX },
  { name: 'Director', counts: 'D-1, D-2', pattern: /^D-?([1-9])$/, from: 1, source: `${ANNEX} (P levels and above)` },
  {
    name: 'Above director',
    counts: 'ASG, USG, DSG, SG, E-1, E-2, ungraded above D-2',
    pattern: /^(?:ASG|USG|DSG|SG|UG|E-[12]|ICSC CHAIR\/VICE-CHAIR)$/,
    from: 0,
    source: `${ANNEX} (P levels and above)`,
  },
  { name: 'National professional officer', counts: 'NO-A to NO-E', pattern: /^NO-?[A-E]$/, from: 0, source: ANNEX },
  { name: 'Field service', counts: 'FS-4 and above', pattern: /^FS-?([1-7])$/, from: 4, source: ANNEX },
  { name: 'General service', counts: 'GS-6 and above', pattern: /^GS?-?(\d{1,2})[A-Z]?$/, from: 6, source: ANNEX },
  { name: 'Security service', counts: 'S-5 and above', pattern: /^S-?([1-7])$/, from: 5, source: ANNEX },
  { name: 'Trades and crafts', counts: 'TC-6 and above', pattern: /^TC-?([1-8])$/, from: 6, source: ANNEX },
  { name: 'Language teacher', counts: 'all', pattern: /^LT-?([1-9])$/, from: 1, source: ANNEX },
  {
    name: 'Personnel service agreements and UN Volunteers',
    counts: 'PSA, IPSA, L, UNV, all numbers',
    pattern: /^(?:L|I?PSA|UNV)-?(\d{1,2})$/,
    from: 1,
    source: 'ours: taken as professional, because the strategy counts experience and not contracts',
  },
];

/**
 * What service at this level counts as. An empty level (work outside the UN system) is taken as professional; the person
 * who enters it answers for that, and the evidence shows it.
 */
export function levelClass(level: string): LevelClass {
  const plain = level.trim().toUpperCase();
  if (plain === '') return 'professional';
  for (const { pattern, from } of LEVEL_FAMILIES) {
    const found = pattern.exec(plain);
    if (found) return Number(found[1] ?? 0) >= from ? 'professional' : 'not-professional';
  }
  return 'unknown';
}

export function isProfessionalLevel(level: string): boolean {
  return levelClass(level) === 'professional';
}

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

/**
 * Level families whose service counts as professional. Source: UN Secretariat staff selection manual, Annex I:
 * P levels and above, FS-4 and above, NO, GS-6 and above, S-5 and above, TC-6 and above, language teachers.
 */
const PROFESSIONAL: readonly (readonly [pattern: RegExp, from: number])[] = [
  [/^P-?(\d)$/, 1],
  [/^D-?(\d)$/, 1],
  [/^(?:L|I?PSA|UNV)-?(\d{1,2})$/, 1],
  [/^FS-?(\d)$/, 4],
  [/^GS?-?(\d)$/, 6],
  [/^S-?(\d)$/, 5],
  [/^TC-?(\d)$/, 6],
  [/^LT-?(\d)$/, 1],
];
const PROFESSIONAL_WITHOUT_NUMBER = /^(?:NO-?[A-E]|ASG|USG|DSG|SG)$/;

/**
 * Whether service at this level counts as professional. An empty level (work outside the UN system) is taken as
 * professional; the person who enters it answers for that, and the evidence shows it.
 */
export function isProfessionalLevel(level: string): boolean {
  const plain = level.trim().toUpperCase();
  if (plain === '' || PROFESSIONAL_WITHOUT_NUMBER.test(plain)) return true;
  return PROFESSIONAL.some(([pattern, from]) => {
    const found = pattern.exec(plain);
    return found !== null && Number(found[1]) >= from;
  });
}

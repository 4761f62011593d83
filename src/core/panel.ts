import type { Role } from './access.js';
import { DomainError, type FieldProblem } from './errors.js';
import { QUALIFICATION_NAMES, type QualificationName } from './tor.js';

/**
 * A panel rates the candidates of a shortlist without knowing who they are, discusses, and decides. Source: product rules
 * "Blind view until the panel has rated" and "No automatic rejection. A human decides, with a reason"; Strategy B.
 */

/** Who can sit on a panel: recruiters, the HRM's panel members, and the RC or a designated UNCT representative of the country. */
export const PANEL_ROLES = ['recruiter', 'panel-member', 'resident-coordinator'] as const satisfies readonly Role[];

/** What is rated, each by itself: the qualifications of the TOR, in its order. */
export const PANEL_CRITERIA = QUALIFICATION_NAMES;
export type PanelCriterion = QualificationName;

/** 1 does not show it, 2 shows little of it, 3 meets what is asked, 4 is beyond that, 5 is outstanding. */
export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

export type Scores = Readonly<Partial<Record<PanelCriterion, Rating>>>;
export type FullScores = Readonly<Record<PanelCriterion, Rating>>;

/** A panel has at most as many candidates as there are letters. */
export const MOST_CANDIDATES = 26;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * The letters of the first `count` candidates of the list, in random order: `['C', 'A', 'B']` calls the first one C. The same
 * seed (a whole number, 0 to 2³² − 1) gives the same letters for ever, so that the draw can be repeated (mulberry32, Fisher–Yates).
 */
export function drawLetters(count: number, seed: number): string[] {
  if (!Number.isInteger(count) || count < 1 || count > MOST_CANDIDATES) throw new RangeError('a panel has 1 to 26 candidates');
  const letters = LETTERS.slice(0, count);
  let state = seed >>> 0;
  for (let last = count - 1; last > 0; last -= 1) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (last + 1);
    [letters[last], letters[other]] = [letters[other] as string, letters[last] as string];
  }
  return letters;
}

/** What a member declares before anything is shown. A conflict with a candidate is told without seeing who the candidates are. */
export const CONFLICTS = ['none', 'candidate', 'panel'] as const;
export type Conflict = (typeof CONFLICTS)[number];

/**
 * `waiting`: whoever keeps the panel's record compares the description with the candidates first. `recused`: stepped out
 * because of a conflict. `excused`: cannot rate any more, for another reason; what was handed in before counts.
 */
export type Standing = 'undeclared' | 'waiting' | 'cleared' | 'recused' | 'excused';

export interface DeclaredConflict {
  readonly conflict: Conflict | null;
  /** When the description was compared with the candidates; null before, and where there was nothing to compare. */
  readonly resolvedAt: string | null;
  /** When the member was excused from the panel; null as long as they take part. */
  readonly excusedAt: string | null;
}

export function standingOf({ conflict, resolvedAt, excusedAt }: DeclaredConflict): Standing {
  if (excusedAt !== null) return 'excused';
  if (conflict === null) return 'undeclared';
  if (conflict === 'panel') return 'recused';
  return conflict === 'none' || resolvedAt !== null ? 'cleared' : 'waiting';
}

/** Refuses everything about candidates to a member who may not look at them yet, or any more. */
export function assertCleared(standing: Standing): void {
  if (standing === 'undeclared')
    throw new DomainError('panel.not-declared', 'Declare first whether you have a conflict of interest. Candidates are shown after that.');
  if (standing === 'waiting')
    throw new DomainError(
      'panel.not-declared',
      'You described a conflict of interest. Whoever keeps the record of the panel compares it with the candidates first.',
    );
  if (standing === 'excused') throw new DomainError('panel.recused', 'You were excused from this panel, so nothing of it is shown.');
  if (standing === 'recused')
    throw new DomainError('panel.recused', 'You stepped out of this panel because of a conflict of interest, so nothing of it is shown.');
}

/** What is missing before a rating can be handed in; empty when nothing is. Fields as in the form: `scores.education`. */
export function ratingProblems(scores: Scores, comment: string): FieldProblem[] {
  return [
    ...PANEL_CRITERIA.filter((name) => scores[name] === undefined).map((name) => ({
      field: `scores.${name}`,
      message: 'Give a rating from 1 to 5 before you hand in.',
    })),
    ...(comment.trim() === '' ? [{ field: 'comment', message: 'Write a comment before you hand in: others will read why.' }] : []),
  ];
}

/** How far apart the ratings of one criterion are. Whole numbers only. */
export interface Spread {
  readonly min: number;
  readonly max: number;
  /** Twice the median, so that 3½ is the whole number 7. */
  readonly medianTwice: number;
  /** Two or more between the lowest and the highest: to be discussed. */
  readonly wide: boolean;
}

export const WIDE_SPREAD = 2;

/** Null where nobody has rated. */
export function spreadOf(ratings: readonly number[]): Spread | null {
  if (ratings.length === 0) return null;
  const sorted = [...ratings].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] as number;
  const [min, max] = [at(0), at(sorted.length - 1)];
  const medianTwice = at(Math.floor((sorted.length - 1) / 2)) + at(Math.floor(sorted.length / 2));
  return { min, max, medianTwice, wide: max - min >= WIDE_SPREAD };
}

/** Sum of the agreed ratings, 9 to 45. */
export function consensusSum(scores: FullScores): number {
  return PANEL_CRITERIA.reduce((sum, name) => sum + scores[name], 0);
}

/** Places by sum, highest first; equal sums share a place (1, 2, 2, 4), because nothing between them was agreed. */
export function panelPlaces(sums: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = [...sums.values()];
  return new Map([...sums].map(([letter, sum]) => [letter, 1 + all.filter((other) => other > sum).length]));
}

export const OUTCOMES = ['selected', 'reserve', 'not-selected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface CandidateOutcome {
  readonly letter: string;
  readonly outcome: Outcome;
  readonly reason: string;
}

/** Somebody whom the machine had further up comes out worse than somebody further down. */
export interface Inversion {
  readonly passedOver: string;
  readonly preferred: string;
}

/** Every pair in which the decision turns the machine's order round. `ranks` by letter, 1 is the best. */
export function inversions(outcomes: readonly CandidateOutcome[], ranks: ReadonlyMap<string, number>): Inversion[] {
  const rank = (letter: string) => ranks.get(letter) ?? 0;
  const worth = ({ outcome }: CandidateOutcome) => OUTCOMES.indexOf(outcome);
  return outcomes.flatMap((better) =>
    outcomes
      .filter((worse) => rank(better.letter) < rank(worse.letter) && worth(better) > worth(worse))
      .map((worse) => ({ passedOver: better.letter, preferred: worse.letter })),
  );
}

/** What a decision says. Nobody is left out: each candidate has an outcome with a reason that a person wrote. */
export interface Decision {
  readonly outcomes: readonly CandidateOutcome[];
  /** Why the machine's order was turned round; empty where it was not. */
  readonly overrideReason: string;
}

/** What is wrong with a decision over these candidates; empty when it can be recorded. Fields as in the form. */
export function decisionProblems({ outcomes, overrideReason }: Decision, ranks: ReadonlyMap<string, number>): FieldProblem[] {
  const missing = [...ranks.keys()].filter((letter) => !outcomes.some((each) => each.letter === letter));
  const wrong = outcomes.some(({ letter }, at) => !ranks.has(letter) || outcomes.findIndex((each) => each.letter === letter) !== at);
  if (missing.length > 0 || wrong)
    return [{ field: 'outcomes', message: `Give each candidate exactly one outcome: ${[...ranks.keys()].sort().join(', ')}.` }];
  const without = outcomes.flatMap(({ letter, reason }, at) =>
    reason.trim() === '' ? [{ field: `outcomes.${at}.reason`, message: `Give a reason for candidate ${letter}.` }] : [],
  );
  const turned = inversions(outcomes, ranks);
  if (turned.length === 0 || overrideReason.trim() !== '') return without;
  const pairs = turned.map(({ passedOver, preferred }) => `${preferred} before ${passedOver}`).join(', ');
  return [
    ...without,
    { field: 'overrideReason', message: `This turns the order of the shortlist round (${pairs}). Write down why; it is kept.` },
  ];
}

/** Two people stand for a decision: the chair proposes it, and another member of the panel confirms it. */
export function assertSecondPerson(proposedBy: string | null, confirmedBy: string): void {
  if (proposedBy === confirmedBy)
    throw new DomainError('panel.second-person', 'You proposed this decision, so another member of the panel has to confirm it.');
}

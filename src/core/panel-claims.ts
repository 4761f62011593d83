import { type Claims, saysTheSame } from './claims.js';
import { type Backing, KNOWLEDGE_LEVELS, type KnowledgeArea, type KnowledgeLevel, knowledgeValue } from './knowledge.js';
import type { Language, LanguageLevel } from './languages.js';
import type { GateVerdict } from './matching/index.js';
import { type FullScores, PANEL_CRITERIA, type PanelCriterion, type Rating } from './panel.js';
import { ESSENTIAL_KNOWLEDGE } from './post.js';
import type { Requirement } from './requirement.js';

/** What a panel found out about a candidate, as claims of a profile. */
export type PanelClaim =
  | { readonly kind: 'knowledge'; readonly area: KnowledgeArea; readonly level: KnowledgeLevel }
  | { readonly kind: 'language'; readonly language: Language; readonly level: LanguageLevel }
  /** A degree or a job that the panel looked at: it is confirmed as it stood. */
  | { readonly kind: 'piece'; readonly part: 'degrees' | 'experience'; readonly id: string };

/** One criterion: what was agreed, and what follows from it for the profile. Nothing does where `claims` is empty. */
export interface CriterionClaims {
  readonly criterion: PanelCriterion;
  readonly rating: Rating;
  readonly claims: readonly PanelClaim[];
}

/** What the panel had before it: the question, the verdicts, and the profile as it was frozen. */
export interface Seen {
  readonly requirement: Requirement;
  readonly gates: readonly GateVerdict[];
  readonly evidence: Claims;
}

/** Meets what is asked. */
export const MEETS: Rating = 3;
/** What is taken as asked for where neither the post nor the TOR names a level. */
export const USUAL_LEVEL: KnowledgeLevel = 'good';

/**
 * The level of knowledge that an agreed rating stands for: 3 is what is asked, 4 one level above and 5 two, `specialist` at
 * most. 2 (shows little of it) is `basic`, and `none` where no more than that is asked; 1 is `none`.
 */
export function assessedLevel(rating: Rating, asked: KnowledgeLevel): KnowledgeLevel {
  if (rating >= MEETS) return KNOWLEDGE_LEVELS[knowledgeValue(asked) + rating - MEETS] ?? 'specialist';
  return rating === 2 && knowledgeValue(asked) > knowledgeValue('basic') ? 'basic' : 'none';
}

/**
 * What an agreed rating of each criterion says about claims. Knowledge gets the level that the rating stands for. Languages,
 * education and experience are confirmed by a rating of 3 or more: the languages that the post requires, at the level required,
 * and the degree and the jobs that met the gate. What is asked additionally is knowledge of humanitarian action on posts whose
 * situation asks for it, and nothing elsewhere. Source: ours; the Strategy names no scale for panels.
 */
export function panelClaims(consensus: FullScores, seen: Seen): readonly CriterionClaims[] {
  return PANEL_CRITERIA.map((criterion) => ({
    criterion,
    rating: consensus[criterion],
    claims: claimsOf(criterion, consensus[criterion], seen),
  }));
}

function claimsOf(criterion: PanelCriterion, rating: Rating, seen: Seen): readonly PanelClaim[] {
  const { requirement, gates, evidence } = seen;
  switch (criterion) {
    case 'machinery':
    case 'mandates':
    case 'development-programming':
      return knowledge(criterion, rating, requirement.gates.knowledge[criterion] ?? ESSENTIAL_KNOWLEDGE[criterion] ?? USUAL_LEVEL);
    case 'advocacy':
    case 'sensitivity':
      return knowledge(criterion, rating, requirement.gates.skills?.[criterion] ?? USUAL_LEVEL);
    case 'additional':
      return [...(requirement.context ?? []), ...(requirement.gates.additional ?? [])].some((part) => part.startsWith('humanitarian-'))
        ? knowledge('humanitarian-action', rating, USUAL_LEVEL)
        : [];
    case 'languages':
      return rating < MEETS ? [] : requirement.gates.languages.map(({ language, level }) => ({ kind: 'language', language, level }));
    case 'education':
    case 'experience': {
      const part = criterion === 'education' ? 'degrees' : 'experience';
      const behind = gates.find(({ gate }) => gate === criterion)?.evidence ?? [];
      const pieces = evidence[part].filter(({ id }) => behind.includes(id));
      return rating < MEETS ? [] : pieces.map(({ id }) => ({ kind: 'piece', part, id }));
    }
  }
}

function knowledge(area: KnowledgeArea, rating: Rating, asked: KnowledgeLevel): readonly PanelClaim[] {
  const level = assessedLevel(rating, asked);
  return level === 'none' ? [] : [{ kind: 'knowledge', area, level }];
}

/** A profile's claims with what a panel found out. */
export interface Assessed {
  readonly claims: Draftable<Claims>;
  /** Degrees and jobs that have been changed or taken out since the panel saw them: they are left as they are. */
  readonly overtaken: readonly PanelClaim[];
}

/** Claims of which new ones have no id yet. */
type Draftable<T> = {
  readonly [P in keyof T]: T[P] extends readonly (infer C)[] ? readonly (Omit<C, 'id'> & { readonly id?: string })[] : never;
};

/**
 * Writes what a panel found out beside what the person says, never over it: knowledge and languages get a claim of the panel
 * in place of that of an earlier panel. A degree or a job becomes panel-assessed where it still says what the panel saw.
 */
export function assess(current: Claims, found: readonly PanelClaim[], seen: Claims, by: Omit<Backing, 'status'>): Assessed {
  const backing: Backing = { status: 'panel-assessed', ...by };
  const status = backing.status;
  const overtaken: PanelClaim[] = [];
  const confirmed = (part: 'degrees' | 'experience', id: string): boolean => {
    const wanted = found.some((one) => one.kind === 'piece' && one.part === part && one.id === id);
    const [then, now] = [seen[part].find((piece) => piece.id === id), current[part].find((piece) => piece.id === id)];
    return wanted && then !== undefined && now !== undefined && saysTheSame(then, now);
  };
  for (const one of found) if (one.kind === 'piece' && !confirmed(one.part, one.id)) overtaken.push(one);
  const raise = <C extends { readonly id: string; readonly backing?: readonly Backing[] }>(part: 'degrees' | 'experience', piece: C): C =>
    confirmed(part, piece.id) ? { ...piece, status, backing: [...(piece.backing ?? []), backing] } : piece;
  const areas = found.filter((one) => one.kind === 'knowledge');
  const languages = found.filter((one) => one.kind === 'language');
  return {
    claims: {
      ...current,
      degrees: current.degrees.map((degree) => raise('degrees', degree)),
      experience: current.experience.map((job) => raise('experience', job)),
      knowledge: [
        ...current.knowledge.filter((claim) => claim.status !== status || !areas.some(({ area }) => area === claim.area)),
        ...areas.map(({ area, level }) => ({ area, level, status, backing: [backing] })),
      ],
      languages: [
        ...current.languages.filter((skill) => skill.status !== status || !languages.some(({ language }) => language === skill.language)),
        ...languages.map(({ language, level }) => ({ language, level, status, backing: [backing] })),
      ],
    },
    overtaken,
  };
}

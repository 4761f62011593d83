import type { ExperienceCount, ExperienceTotal } from '../../experience.js';
import type { ExpertProfile } from '../../expert.js';
import type { CriterionName, Requirement } from '../../requirement.js';
import { VALUE_TOP } from '../rubric.js';
import type { CriterionReasons, GateName, NotAsked, ResultOf, VerdictOf } from '../verdicts.js';

/** A profile with its years counted under the requirement's policy and as-of date. */
export interface Candidate {
  readonly profile: ExpertProfile;
  readonly experience: ExperienceCount;
}

export interface Gate<G extends GateName> {
  readonly name: G;
  judge(candidate: Candidate, requirement: Requirement): VerdictOf<G>;
}

export interface Criterion<C extends CriterionName> {
  readonly name: C;
  /** The result when every claim of the candidate counts in full. */
  judge(candidate: Candidate, requirement: Requirement): ClaimedResult<C>;
}

/** A result before it is known how far it is backed. */
export type ClaimedResult<C extends CriterionName> = Omit<ResultOf<C>, 'claimed' | 'verified' | 'points'>;

type Verdict<G extends GateName> = Omit<VerdictOf<G>, 'gate'>;

/** `share` says how much of the full value is reached: a part of a whole, both whole numbers, 0 ≤ part ≤ whole. */
interface Finding<C extends CriterionName> {
  readonly share: Share;
  readonly reason: CriterionReasons[C];
  readonly evidence: readonly string[];
}

interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Names a rule that is met or not. */
export function gate<G extends GateName>(name: G, rule: (candidate: Candidate, requirement: Requirement) => Verdict<G>): Gate<G> {
  return { name, judge: (candidate, requirement) => ({ gate: name, ...rule(candidate, requirement) }) };
}

/** Names a rule that gives a share of the full value; how far it is backed and its weight are applied in explain(). */
export function criterion<C extends CriterionName>(
  name: C,
  rule: (candidate: Candidate, requirement: Requirement) => Finding<C>,
): Criterion<C> {
  return {
    name,
    judge: (candidate, requirement) => {
      const { share, reason, evidence } = rule(candidate, requirement);
      return { criterion: name, weight: requirement.weights[name], value: valueOf(share.part, share.whole), reason, evidence };
    },
  };
}

/** 0 to 10,000, rounded down. Exact: for whole numbers below 2^53 a rounded quotient never reaches the next whole number. */
export function valueOf(part: number, whole: number): number {
  return Math.floor((VALUE_TOP * part) / whole);
}

export const NOT_ASKED: NotAsked = { code: 'not-asked' };

/** Nothing is asked: the gate is open. */
export const OPEN: { readonly met: true; readonly reason: NotAsked; readonly evidence: readonly string[] } = {
  met: true,
  reason: NOT_ASKED,
  evidence: [],
};

/** Nothing is asked: the value is 0 for everybody. */
export const NOTHING: { readonly share: Share; readonly reason: NotAsked; readonly evidence: readonly string[] } = {
  share: { part: 0, whole: 1 },
  reason: NOT_ASKED,
  evidence: [],
};

/** Ids of the jobs behind counted totals, each once. */
export function jobsBehind(...totals: readonly Pick<ExperienceTotal, 'periods'>[]): string[] {
  return [...new Set(totals.flatMap(({ periods }) => periods.flatMap(({ evidence }) => evidence)))];
}

import type { ExperienceCount } from '../experience.js';
import type { CriterionName } from '../requirement.js';
import type { CriterionResult, GateName, GateVerdict } from './verdicts.js';

/** Criterion values of a candidate, each 0 to 10,000. */
export type CriterionValues = Readonly<Record<CriterionName, number>>;

export interface RankedCandidate {
  /** 1 for the best. Equal totals are ordered by roster number, so no rank is shared. */
  readonly rank: number;
  readonly expertId: string;
  readonly number: number;
  /** Σ weight × value, 0 to 1,000,000; shown as 0 to 100. */
  readonly total: number;
  readonly values: CriterionValues;
}

export interface Ranking {
  readonly rubricVersion: string;
  /** How many profiles were looked at. */
  readonly considered: number;
  /** How many of them met every gate. */
  readonly eligible: number;
  /** The best of the eligible: total descending, then roster number ascending. */
  readonly top: readonly RankedCandidate[];
  /** How many profiles miss each gate. One that misses several is counted at each. */
  readonly unmetByGate: Readonly<Record<GateName, number>>;
}

export interface IneligibleCandidate {
  readonly expertId: string;
  readonly number: number;
  /** At least one, in the order of GATES. */
  readonly unmet: readonly GateVerdict[];
}

/** Every number of one candidate, opened down to evidence ids. */
export interface Explanation {
  readonly rubricVersion: string;
  readonly expertId: string;
  readonly number: number;
  readonly eligible: boolean;
  /** Computed for ineligible people too: what the criteria would give if the gates were met. */
  readonly total: number;
  /** Σ weight × claimed value: the total when every claim counts in full. */
  readonly claimedTotal: number;
  /** Σ weight × verified value: the total from verified and panel-assessed claims alone. */
  readonly verifiedTotal: number;
  /** Whether verified and panel-assessed claims alone meet every gate; the membership of a roster needs no claim. */
  readonly eligibleAsVerified: boolean;
  /** In the order of GATES; those on request only where they are asked for. */
  readonly gates: readonly GateVerdict[];
  /** In the order of CRITERIA. */
  readonly criteria: readonly CriterionResult[];
  /** The years as they were counted under the requirement's policy. */
  readonly experience: ExperienceCount;
}

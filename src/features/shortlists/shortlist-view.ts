import type { Availability } from '../../core/availability.js';
import { CLAIM_STATUSES, type ClaimStatus } from '../../core/knowledge.js';
import { type Explanation, type GateVerdict, sameRules } from '../../core/matching/index.js';
import type { Post } from '../../core/post.js';
import type { FrozenEvidence } from './evidence.js';
import type { ShortlistRun } from './shortlist.entity.js';

/** How many of the claims that a score rests on are backed how far. */
export type ClaimCounts = Readonly<Record<ClaimStatus, number>>;

/** A person of the top, as whoever asks may see them. */
export interface RankedPerson {
  /** From 1. */
  readonly rank: number;
  readonly number: number;
  readonly expertId: string;
  /** From the roster at this moment; null for whoever may not see it, and when the person has left the roster. */
  readonly name: string | null;
  /** 0 to 1,000,000. */
  readonly total: number;
  readonly explanation: Explanation;
  readonly evidence: FrozenEvidence;
  readonly claims: ClaimCounts;
  /** For the dates of the post, as things stand now; null when the post has no dates. Apart from suitability. */
  readonly availability: Availability | null;
}

/** A person who does not meet every gate, with the gates that are not met. */
export interface IneligiblePerson {
  readonly number: number;
  readonly expertId: string;
  readonly name: string | null;
  readonly unmet: readonly GateVerdict[];
}

export interface IneligiblePage {
  readonly items: readonly IneligiblePerson[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** One run with everything that is shown of it. */
export interface ShortlistView {
  readonly run: ShortlistRun;
  readonly post: Pick<Post, 'id' | 'country' | 'level' | 'state' | 'version'>;
  readonly top: readonly RankedPerson[];
  /** Fewest unmet gates first, then roster number. */
  readonly ineligible: IneligiblePage;
}

/** Counts each claim that a gate or a criterion rests on once, by how far it is backed. */
export function claimsBehind({ gates, criteria }: Explanation, evidence: FrozenEvidence): ClaimCounts {
  const used = new Set([...gates, ...criteria].flatMap((part) => part.evidence));
  const counts = Object.fromEntries(CLAIM_STATUSES.map((status) => [status, 0])) as Record<ClaimStatus, number>;
  for (const claim of Object.values(evidence).flat()) if (used.has(claim.id)) counts[claim.status] += 1;
  return counts;
}

/** Whether the in-lieu policy of the post stood in for an advanced degree. Label it wherever the person is shown. */
export function decidedInLieu({ gates }: Explanation): boolean {
  return gates.some(({ reason }) => reason.code === 'in-lieu');
}

/** Whether a run can be computed again here: its roster was kept, and the rules are the same. Otherwise it is only read. */
export function computable({ snapshotId, rubricVersion }: Pick<ShortlistRun, 'snapshotId' | 'rubricVersion'>): boolean {
  return snapshotId !== null && sameRules(rubricVersion);
}

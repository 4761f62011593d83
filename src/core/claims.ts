import type { FieldProblem } from './errors.js';
import { CLAIM_PARTS, type ClaimPart, type ExpertProfile } from './expert.js';
import type { ExpertDraft } from './expert-draft.js';
import type { Backing, ClaimStatus } from './knowledge.js';

/** All claims of a profile. */
export type Claims = Pick<ExpertProfile, ClaimPart>;

interface Claim {
  readonly id?: string;
  readonly status: ClaimStatus;
  readonly backing?: readonly Backing[];
}

/** Who verifies, when and how. */
export type Verifier = Omit<Backing, 'status'>;

/**
 * What an edited profile says of how its claims are backed: a claim that says the same as before keeps its record, a newly
 * verified one names who says so, and nobody can write down what a panel assessed, or change what it did. `field` is a path
 * such as `knowledge.0.status`.
 */
export function keepBacking(
  draft: ExpertDraft,
  stored: Claims | null,
  verifier: Verifier,
): { readonly draft: ExpertDraft; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const carry = <C extends Claim>(part: ClaimPart, claim: C, index: number): C => {
    const { backing: _sent, ...said } = claim;
    const before = stored?.[part].find(({ id }) => id === claim.id);
    const same = before !== undefined && saysTheSame(before, claim);
    const backing = same && before.status === claim.status ? before.backing : newBacking(claim.status, verifier);
    if (claim.status === 'panel-assessed' && !(same && before.status === claim.status)) {
      const message =
        before?.status === 'panel-assessed'
          ? 'A panel assessed this as it stood. Leave it as it was, or mark it as self-declared or verified.'
          : 'Only the decision of a panel makes a claim panel-assessed. Mark it as self-declared or verified.';
      problems.push({ field: `${part}.${index}.status`, message });
    }
    return { ...said, ...(backing ? { backing } : {}) } as unknown as C;
  };
  const carried = Object.fromEntries(
    CLAIM_PARTS.map((part) => [part, (draft[part] as readonly Claim[]).map((claim, index) => carry(part, claim, index))]),
  );
  return { draft: { ...draft, ...carried }, problems };
}

function newBacking(status: ClaimStatus, verifier: Verifier): readonly Backing[] | undefined {
  return status === 'verified' ? [{ status, ...verifier }] : undefined;
}

/**
 * The claims with those of these ids verified. Only self-declared ones can be: ids of others, and of none, come back as
 * `refused`.
 */
export function verify(
  claims: Claims,
  ids: readonly string[],
  verifier: Verifier,
): { readonly claims: Claims; readonly refused: readonly string[] } {
  const done = new Set<string>();
  const verified = <C extends Claim>(claim: C): C => {
    if (claim.id === undefined || !ids.includes(claim.id) || claim.status !== 'self-declared') return claim;
    done.add(claim.id);
    return { ...claim, status: 'verified', backing: [{ status: 'verified', ...verifier }] };
  };
  const changed = {
    degrees: claims.degrees.map(verified),
    experience: claims.experience.map(verified),
    knowledge: claims.knowledge.map(verified),
    languages: claims.languages.map(verified),
    themes: claims.themes.map(verified),
    trainings: claims.trainings.map(verified),
  };
  return { claims: changed, refused: ids.filter((id) => !done.has(id)) };
}

/** Equal in all that is claimed, whatever the id, the status and the backing. */
export function saysTheSame(one: object, other: object): boolean {
  return whatIsSaid(one) === whatIsSaid(other);
}

function whatIsSaid(claim: object): string {
  const { id: _id, status: _status, backing: _backing, ...said } = claim as Record<string, unknown>;
  const fields = Object.entries(said).filter(([, value]) => value !== undefined);
  return JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

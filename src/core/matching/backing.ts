import type { ExpertProfile } from '../expert.js';
import { CLAIM_STATUSES, type ClaimStatus } from '../knowledge.js';
import { type ClaimWorth, type ClaimWorths, type CriterionName, FULL_WORTH } from '../requirement.js';

const FULL = 100;
const STRONGER_THAN_SAID = CLAIM_STATUSES.filter((status) => status !== 'self-declared');

/** Whether some criterion takes some claims for less than they say. */
export function discounts(worths: ClaimWorths | undefined): boolean {
  return Object.values(worths ?? {}).some((worth) => CLAIM_STATUSES.some((status) => worth[status] !== FULL));
}

export function worthOf(worths: ClaimWorths | undefined, criterion: CriterionName): ClaimWorth {
  return worths?.[criterion] ?? FULL_WORTH;
}

/** What is left of a profile when only claims of these statuses are believed. Memberships are decisions, not claims. */
export function backedBy(profile: ExpertProfile, statuses: readonly ClaimStatus[]): ExpertProfile {
  const believed = <C extends { readonly status: ClaimStatus }>(claims: readonly C[]) =>
    claims.filter(({ status }) => statuses.includes(status));
  return {
    ...profile,
    degrees: believed(profile.degrees),
    experience: believed(profile.experience),
    knowledge: believed(profile.knowledge),
    languages: believed(profile.languages),
    themes: believed(profile.themes),
    trainings: believed(profile.trainings),
  };
}

/** Only what somebody checked or a panel assessed. */
export function verifiedPart(profile: ExpertProfile): ExpertProfile {
  return backedBy(profile, STRONGER_THAN_SAID);
}

/** Only what a panel assessed. */
export function assessedPart(profile: ExpertProfile): ExpertProfile {
  return backedBy(profile, ['panel-assessed']);
}

/** One criterion's value from all claims, from those verified or assessed, and from those assessed: none above the one before it. */
export interface Layers {
  readonly claimed: number;
  readonly verified: number;
  readonly assessed: number;
}

/**
 * The value that counts, 0 to 10,000, rounded down: each layer by which better backed claims fall short is worth what its
 * status is worth. With every worth at 100 % it is the claimed value, with 0 / 100 / 100 the verified one. Because worths
 * never fall from one status to the next, more claims never give less. Source: issue "Rules, complete", Evidence.
 */
export function discounted({ claimed, verified, assessed }: Layers, worth: ClaimWorth): number {
  const hundredths =
    worth['panel-assessed'] * assessed + worth.verified * (verified - assessed) + worth['self-declared'] * (claimed - verified);
  return Math.floor(hundredths / FULL);
}

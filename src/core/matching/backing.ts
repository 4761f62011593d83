import type { ExpertProfile } from '../expert.js';
import { CLAIM_STATUSES, type ClaimStatus } from '../knowledge.js';
import { type ClaimWorth, type ClaimWorths, CRITERIA, type CriterionName, FULL_WORTH } from '../requirement.js';

/** Per cent. */
export const FULL = 100;

/** How far claims are at least backed that are more than said. */
export type Backing = Exclude<ClaimStatus, 'self-declared'>;

/** Whether some criterion takes some claims for less than they say. */
export function discounts(worths: ClaimWorths | undefined): boolean {
  return Object.values(worths ?? {}).some((worth) => CLAIM_STATUSES.some((status) => worth[status] !== FULL));
}

export function worthOf(worths: ClaimWorths | undefined, criterion: CriterionName): ClaimWorth {
  return worths?.[criterion] ?? FULL_WORTH;
}

/** What is left of a profile when only claims are believed that are backed at least so far. Memberships are decisions, not claims. */
export function backedPart(profile: ExpertProfile, least: Backing): ExpertProfile {
  const believed = <C extends { readonly status: ClaimStatus }>(claims: readonly C[]) =>
    claims.filter(({ status }) => CLAIM_STATUSES.indexOf(status) >= CLAIM_STATUSES.indexOf(least));
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

/** One criterion's value from all claims, from those verified or assessed, and from those assessed: none above the one before it. */
export interface LayeredValue {
  readonly claimed: number;
  readonly verified: number;
  readonly assessed: number;
}

/**
 * The value that counts, 0 to 10,000, rounded down: each layer by which better backed claims fall short is worth what its
 * status is worth. With every worth at 100 % it is the claimed value, with 0 / 100 / 100 the verified one. Because worths
 * never fall from one status to the next, more claims never give less. Source: issue "Rules, complete", Evidence.
 */
export function discounted({ claimed, verified, assessed }: LayeredValue, worth: ClaimWorth): number {
  const hundredths =
    worth['panel-assessed'] * assessed + worth.verified * (verified - assessed) + worth['self-declared'] * (claimed - verified);
  return Math.floor(hundredths / FULL);
}

/** What `discounted` does, as numbers: hundredths of the claimed values, and those of each layer, added up. By place in CRITERIA. */
export interface Discount {
  readonly claimed: Int32Array;
  /** Without those that add nothing anywhere. */
  readonly layers: readonly { readonly backing: Backing; readonly adds: Int32Array }[];
}

/** Null when every claim counts in full. A layer adds by how much its status is worth more than the one before it. */
export function discountOf(worths: ClaimWorths | undefined): Discount | null {
  if (!discounts(worths)) return null;
  const of = (status: ClaimStatus) => Int32Array.from(CRITERIA, (criterion) => worthOf(worths, criterion)[status]);
  const [said, verified, assessed] = [of('self-declared'), of('verified'), of('panel-assessed')];
  const layers = [
    { backing: 'verified' as const, adds: verified.map((worth, place) => worth - (said[place] as number)) },
    { backing: 'panel-assessed' as const, adds: assessed.map((worth, place) => worth - (verified[place] as number)) },
  ];
  return { claimed: said, layers: layers.filter(({ adds }) => adds.some((worth) => worth > 0)) };
}

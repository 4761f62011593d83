import { addDays, endOf } from '../../src/core/dates.js';
import { CLAIM_PARTS, type Degree, type Experience, type ExpertProfile, TRAININGS, type TrainingKind } from '../../src/core/expert.js';
import { CLAIM_STATUSES, type ClaimStatus } from '../../src/core/knowledge.js';
import type { Raise } from '../../src/core/matching/index.js';
import type { Requirement } from '../../src/core/requirement.js';

/** Jobs of raises lie before any that is drawn, and no two of them at once: no day is there twice. */
const STARTS = { 'human-rights': '1910-01-01', field: '1940-01-01', humanitarian: '1950-01-01', country: '1960-01-01' } as const;

/**
 * The person after the raises, once for each choice that they leave. What is added is as weakly backed as a claim can be, and
 * claims are backed afterwards where a raise says so: a test sees when that was not enough.
 */
export function raised(profile: ExpertProfile, raises: readonly Raise[], requirement: Requirement): ExpertProfile[] {
  const backings = raises.flatMap((raise) => (raise.kind === 'backing' ? [raise.status] : []));
  return raises
    .reduce<ExpertProfile[]>((people, raise) => people.flatMap((one) => withOne(one, raise, requirement)), [profile])
    .map((one) => backings.reduce(backed, one));
}

function withOne(profile: ExpertProfile, raise: Raise, requirement: Requirement): ExpertProfile[] {
  const claim = { id: `raised-${CLAIM_PARTS.reduce((sum, part) => sum + profile[part].length, 0)}`, status: 'self-declared' } as const;
  const job = (from: string, days: number, details: Partial<Experience>): ExpertProfile => ({
    ...profile,
    experience: [
      ...profile.experience,
      {
        ...claim,
        from,
        to: addDays(from, days - 1),
        kinds: [],
        percentage: 100,
        level: 'P-4',
        engagement: 'staff',
        title: '',
        employer: '',
        countries: [],
        ...details,
      },
    ],
  });
  const trained = (kinds: readonly TrainingKind[]): ExpertProfile => ({
    ...profile,
    trainings: [
      ...profile.trainings,
      ...kinds.map((kind) => ({ ...claim, id: `${claim.id}-${kind}`, kind, completedOn: requirement.asOf })),
    ],
  });
  switch (raise.kind) {
    case 'theme':
      return [{ ...profile, themes: [...profile.themes, { ...claim, theme: raise.theme, level: raise.to }] }];
    case 'knowledge':
      return [{ ...profile, knowledge: [...profile.knowledge, { ...claim, area: raise.area, level: raise.to }] }];
    case 'language':
      return [{ ...profile, languages: [...profile.languages, { ...claim, language: raise.language, level: raise.to }] }];
    case 'degree': {
      const degree: Degree = {
        ...claim,
        level: raise.to === 'advanced' ? 'masters' : 'first',
        field: 'other-related',
        awardedOn: requirement.asOf,
        title: '',
        institution: '',
      };
      return [{ ...profile, degrees: [...profile.degrees, degree] }];
    }
    case 'days': {
      const kinds = raise.of === 'field' ? (['development', 'humanitarian'] as const) : [raise.of];
      return kinds.map((kind) => job(STARTS[raise.of], raise.days, { kinds: [kind] }));
    }
    case 'country-days': {
      const [nearby] = requirement.region.filter((code) => code !== requirement.country);
      const inside = job(STARTS.country, raise.inCountry, { kinds: ['human-rights'], countries: [requirement.country] });
      return nearby ? [inside, job(STARTS.country, raise.inRegion, { kinds: ['human-rights'], countries: [nearby] })] : [inside];
    }
    case 'trainings':
      return [trained(TRAININGS.filter((kind) => !isTrained(profile, kind, requirement)).slice(0, raise.more))];
    case 'training':
      return [trained([raise.training])];
    case 'one-of':
      return raise.raises.flatMap((one) => withOne(profile, one, requirement));
    case 'backing':
      return [profile];
  }
}

/** A kind that is there but not completed by the day counts as not there: it is added. */
function isTrained({ trainings }: ExpertProfile, kind: TrainingKind, { asOf }: Requirement): boolean {
  return trainings.some((one) => one.kind === kind && endOf(one.completedOn) <= asOf);
}

/** A claim that is backed better stays so. */
function backed(profile: ExpertProfile, least: ClaimStatus): ExpertProfile {
  const better = (status: ClaimStatus) => (CLAIM_STATUSES.indexOf(status) > CLAIM_STATUSES.indexOf(least) ? status : least);
  const parts = CLAIM_PARTS.map((part) => [part, profile[part].map((claim) => ({ ...claim, status: better(claim.status) }))]);
  return { ...profile, ...Object.fromEntries(parts) };
}

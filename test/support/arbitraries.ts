import fc, { type Arbitrary } from 'fast-check';
import { addDays, daysOfYears, type IsoDate, type PartialDate } from '../../src/core/dates.js';
import {
  DEGREE_FIELDS,
  DEGREE_LEVELS,
  ENGAGEMENTS,
  EXPERIENCE_KINDS,
  type Experience,
  type ExpertProfile,
  ROSTERS,
  TRAININGS,
  VETTING_STATES,
} from '../../src/core/expert.js';
import { POST_LEVELS } from '../../src/core/grades.js';
import { CLAIM_STATUSES, KNOWLEDGE_AREAS, KNOWLEDGE_LEVELS } from '../../src/core/knowledge.js';
import { LANGUAGE_LEVELS, type Language } from '../../src/core/languages.js';
import {
  type ClaimWorth,
  type ClaimWorths,
  CONTEXT_PARTS,
  CRITERIA,
  type ExperiencePolicy,
  type Requirement,
  type Weights,
} from '../../src/core/requirement.js';
import type { Theme } from '../../src/core/themes.js';
import { AS_OF } from './experts.js';

// Few different values on purpose, so that ties, overlaps, doubled claims and exact limits come up often.
const COUNTRIES = ['KEN', 'UGA', 'ETH', 'NER', 'ALB'];
const THEMES: Theme[] = ['torture-and-other-cid-treatment', 'justice', 'poverty', 'elections', 'general'];
const LANGUAGES: Language[] = ['en', 'fr', 'sw', 'ar'];

const status = fc.constantFrom(...CLAIM_STATUSES);
const languageLevel = fc.constantFrom(...LANGUAGE_LEVELS);
const knowledgeLevel = fc.constantFrom(...KNOWLEDGE_LEVELS);

/** A day up to 40 years before and one year after AS_OF. */
export const aDay: Arbitrary<IsoDate> = fc.integer({ min: -14_610, max: 365 }).map((days) => addDays(AS_OF, days));

export const aJob: Arbitrary<Experience> = fc
  .record({
    id: fc.uuid(),
    status,
    from: aDay,
    length: fc.option(fc.oneof(fc.integer({ min: 0, max: 6000 }), fc.constant(daysOfYears(10) - 1)), { freq: 5 }),
    kinds: fc.subarray([...EXPERIENCE_KINDS]),
    percentage: fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 100 })),
    level: fc.constantFrom('', 'P-4', 'NO-C', 'GS-5', 'G-6', 'FS-3'),
    engagement: fc.oneof(
      { weight: 4, arbitrary: fc.constant('staff' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...ENGAGEMENTS) },
    ),
    countries: fc.uniqueArray(fc.constantFrom(...COUNTRIES), { maxLength: 3 }),
  })
  .map(({ length, ...job }) => ({
    ...job,
    to: length === null ? null : addDays(job.from, length),
    title: 'Officer',
    employer: 'Employer',
  }));

/** What is left of a day of which perhaps only the month or the year is known. */
function partOf(day: IsoDate): Arbitrary<PartialDate> {
  return fc.constantFrom(10, 10, 7, 4).map((length) => day.slice(0, length));
}

/** As `aJob`, where some dates are only a month or a year. */
export const aLooseJob: Arbitrary<Experience> = aJob.chain((job) =>
  fc.record({ from: partOf(job.from), to: job.to === null ? fc.constant(null) : partOf(job.to) }).map((dates) => ({ ...job, ...dates })),
);

/** As `aDay`, or only its month or year. */
export const aPartialDate: Arbitrary<PartialDate> = aDay.chain(partOf);

export const aPolicy: Arbitrary<ExperiencePolicy> = fc.record({
  countUnpaid: fc.boolean(),
  countInternships: fc.boolean(),
  countGeneralService: fc.boolean(),
});

const aMembership = fc.record({
  roster: fc.constantFrom(...ROSTERS),
  agency: fc.constantFrom(null, 'UNDP'),
  state: fc.oneof({ weight: 3, arbitrary: fc.constant('active' as const) }, { weight: 1, arbitrary: fc.constantFrom(...VETTING_STATES) }),
  since: aDay,
  until: fc.option(aDay),
});

const aDegree = fc.record({
  id: fc.uuid(),
  status,
  level: fc.constantFrom(...DEGREE_LEVELS),
  field: fc.constantFrom(...DEGREE_FIELDS),
  title: fc.constant('Degree'),
  institution: fc.constant('University'),
  awardedOn: fc.option(aPartialDate, { freq: 6 }),
});

const id = fc.uuid();

/** A profile with this roster number; many meet several gates of a P-5 post. */
export function aProfile(number: number): Arbitrary<ExpertProfile> {
  return fc.record({
    id: fc.constant(`expert-${number}`),
    number: fc.constant(number),
    nationality: fc.constant('CHE'),
    gender: fc.constant('not-stated' as const),
    degrees: fc.array(aDegree, { maxLength: 3 }),
    experience: fc.array(aLooseJob, { maxLength: 6 }),
    knowledge: fc.array(
      fc.record({
        id,
        status,
        area: fc.constantFrom(...KNOWLEDGE_AREAS),
        level: fc.oneof(fc.constant('specialist' as const), knowledgeLevel),
      }),
      { maxLength: 9 },
    ),
    languages: fc.array(fc.record({ id, status, language: fc.constantFrom(...LANGUAGES), level: languageLevel }), { maxLength: 5 }),
    themes: fc.array(fc.record({ id, status, theme: fc.constantFrom(...THEMES), level: knowledgeLevel }), { maxLength: 7 }),
    trainings: fc.array(fc.record({ id, status, kind: fc.constantFrom(...TRAININGS), completedOn: aPartialDate }), { maxLength: 8 }),
    unavailable: fc.constant([]),
    memberships: fc.array(aMembership, { maxLength: 2 }),
  });
}

/** Up to `most` profiles, some of them equal but for their roster number, in no order. */
export function aRoster(most: number): Arbitrary<ExpertProfile[]> {
  return fc
    .array(fc.tuple(aProfile(0), fc.integer({ min: 1, max: 3 })), { maxLength: most })
    .map((drawn) => drawn.flatMap(([profile, copies]) => Array.from({ length: copies }, () => profile)))
    .chain((profiles) =>
      shuffledNumbers(profiles.length).map((numbers) =>
        profiles.map((profile, index) => ({ ...profile, id: `expert-${numbers[index]}`, number: numbers[index] as number })),
      ),
    );
}

function shuffledNumbers(count: number): Arbitrary<number[]> {
  return fc.shuffledSubarray(
    Array.from({ length: count }, (_, index) => index + 1),
    { minLength: count },
  );
}

/** Whole numbers that sum to 100, some of them 0. */
export const someWeights: Arbitrary<Weights> = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: CRITERIA.length - 1, maxLength: CRITERIA.length - 1 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 100])
  .map(
    (cuts) =>
      Object.fromEntries(
        CRITERIA.map((criterion, index) => [criterion, (cuts[index + 1] as number) - (cuts[index] as number)]),
      ) as unknown as Weights,
  );

/** Per cent that never fall from one status to the next. */
export const aClaimWorth: Arbitrary<ClaimWorth> = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map((parts) => parts.sort((a, b) => a - b))
  .map(([said, verified, assessed]) => ({
    'self-declared': said as number,
    verified: verified as number,
    'panel-assessed': assessed as number,
  }));

const someWorths: Arbitrary<ClaimWorths> = fc.dictionary(fc.constantFrom(...CRITERIA), aClaimWorth);

const someLanguages = fc.array(fc.record({ language: fc.constantFrom(...LANGUAGES), level: languageLevel }), { maxLength: 3 });

/** Every gate on and off, every policy, needs that are empty, doubled or 0. */
export const anyRequirement: Arbitrary<Requirement> = fc.record({
  level: fc.constantFrom(...POST_LEVELS),
  country: fc.constantFrom(...COUNTRIES),
  region: fc.array(fc.constantFrom(...COUNTRIES), { maxLength: 3 }),
  asOf: fc.constant(AS_OF),
  gates: fc.record({
    education: fc.boolean(),
    humanRightsDays: fc.oneof(fc.constantFrom(0, 1, daysOfYears(2), daysOfYears(10)), fc.integer({ min: 0, max: 5000 })),
    fieldExperience: fc.boolean(),
    knowledge: fc.record(
      { machinery: knowledgeLevel, mandates: knowledgeLevel, 'development-programming': knowledgeLevel },
      { requiredKeys: [] },
    ),
    languages: someLanguages,
    additional: fc.oneof(fc.constant([]), fc.subarray([...CONTEXT_PARTS], { maxLength: 3 })),
    skills: fc.record({ advocacy: knowledgeLevel, sensitivity: knowledgeLevel }, { requiredKeys: [] }),
  }),
  desiredLanguages: someLanguages,
  themes: fc.dictionary(fc.constantFrom(...THEMES), fc.integer({ min: 0, max: 100 })),
  weights: someWeights,
  context: fc.subarray([...CONTEXT_PARTS]),
  claimWorth: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: someWorths }),
  experiencePolicy: aPolicy,
  educationInLieu: fc.boolean(),
  dates: fc.constant(null),
});

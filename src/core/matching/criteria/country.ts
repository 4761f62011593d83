import { daysOfYears } from '../../dates.js';
import type { CountryCode } from '../../expert.js';
import type { Requirement } from '../../requirement.js';
import { criterion } from './rule.js';

/** Region days that give the full value; a day in the country itself counts as two. Two years in the country are enough. */
export const COUNTRY_TOP = 2 * daysOfYears(2);

/** How much a day in each country counts: 2 in the country of the post, 1 in its region, nothing elsewhere. */
export function countryFactors({ country, region }: Pick<Requirement, 'country' | 'region'>): ReadonlyMap<CountryCode, number> {
  return new Map([...region.map((code) => [code, 1] as const), [country, 2]]);
}

/**
 * Experience in the country and its region, of any kind. Days are merged within a country and added up over the
 * countries of the region. Source: TOR Qualifications, qualifications relevant to the country.
 */
export const country = criterion('country', ({ profile, experience }, requirement) => {
  const factors = countryFactors(requirement);
  const countryDays = experience.countries[requirement.country] ?? 0;
  const regionDays = [...factors.keys()]
    .filter((code) => code !== requirement.country)
    .reduce((sum, code) => sum + (experience.countries[code] ?? 0), 0);
  const counted = new Set(Object.values(experience.kinds).flatMap(({ periods }) => periods.flatMap(({ evidence }) => evidence)));
  return {
    share: { part: Math.min(2 * countryDays + regionDays, COUNTRY_TOP), whole: COUNTRY_TOP },
    reason: { code: 'country-days', country: requirement.country, countryDays, regionDays, top: COUNTRY_TOP },
    evidence: profile.experience
      .filter(({ id, countries }) => counted.has(id) && countries.some((code) => factors.has(code)))
      .map(({ id }) => id),
  };
});

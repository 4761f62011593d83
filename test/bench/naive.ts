import { daysOfYears } from '../../src/core/dates.js';
import { ESSENTIAL_AREAS, knowledgeValue } from '../../src/core/knowledge.js';
import type { Requirement } from '../../src/core/requirement.js';
import { type Contest, type Contestant, type Scored, TOP, timed } from './contest.js';
import { valuesOf } from './wide.js';

type Person = Readonly<Record<string, number>>;

/** What one writes first: an object for each person with everything counted already; filter, map, sort, cut. */
export function naive({ facts }: Contest, rounds: number): Contestant {
  const people = facts.map((one): Person => Object.fromEntries(valuesOf(one)));
  return {
    name: 'objects and sort',
    rounds,
    rank: (requirement) =>
      timed(() =>
        people
          .filter((person) => meets(person, requirement))
          .map((person): Scored => ({ number: person.number as number, total: totalOf(person, requirement) }))
          .sort((a, b) => b.total - a.total || a.number - b.number)
          .slice(0, TOP),
      ),
    close: async () => undefined,
  };
}

const of = (person: Person, name: string): number => person[name] ?? 0;

function meets(person: Person, { gates }: Requirement): boolean {
  return (
    of(person, 'active') === 1 &&
    (!gates.education || of(person, 'education') === 2) &&
    of(person, 'human-rights') >= gates.humanRightsDays &&
    (!gates.fieldExperience || of(person, 'field') > 0) &&
    ESSENTIAL_AREAS.every((area) => of(person, area) >= knowledgeValue(gates.knowledge[area] ?? 'none')) &&
    gates.languages.every(({ language, level }) => of(person, `language-${language}`) >= level)
  );
}

function totalOf(person: Person, requirement: Requirement): number {
  const { gates, weights, desiredLanguages, country, region } = requirement;
  const share = (part: number, whole: number) => Math.floor((10_000 * part) / whole);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const themes = Object.entries(requirement.themes);
  const beyond = gates.humanRightsDays || daysOfYears(10);
  const essential = ESSENTIAL_AREAS.map((area) => knowledgeValue(gates.knowledge[area] ?? 'none'));
  return (
    weights.themes *
      share(sum(themes.map(([theme, weight]) => weight * of(person, `theme-${theme}`))), 4 * sum(themes.map(([, weight]) => weight))) +
    weights.experience * share(Math.min(Math.max(of(person, 'human-rights') - gates.humanRightsDays, 0), beyond), beyond) +
    weights.languages *
      share(
        sum(desiredLanguages.map(({ language, level }) => Math.min(of(person, `language-${language}`), level))),
        sum(desiredLanguages.map(({ level }) => level)),
      ) +
    weights.knowledge *
      share(
        sum(ESSENTIAL_AREAS.map((area, index) => Math.max(0, of(person, area) - (essential[index] as number)))),
        sum(essential.map((level) => 4 - level)),
      ) +
    weights.field * share(of(person, 'field'), daysOfYears(5)) +
    weights.country *
      share(Math.min(2 * of(person, `country-${country}`) + sum(region.map((code) => of(person, `country-${code}`))), 1460), 1460) +
    weights.skills * share(of(person, 'skills'), 8) +
    weights.trainings * share(of(person, 'trainings'), 4)
  );
}

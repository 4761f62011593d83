import type { CountryCode } from '../../src/core/expert.js';
import { DEFAULT_WEIGHTS } from '../../src/core/matching/index.js';
import type { Requirement } from '../../src/core/requirement.js';
import { EXPERT_THEMES } from '../../src/core/themes.js';
import { Random } from '../../src/demo/random.js';
import { REGIONS } from '../../src/demo/regions.js';
import { aRequirement } from '../support/experts.js';

/** Requests of one kind: how many people meet their gates is about the same. */
export interface RequestClass {
  readonly name: string;
  readonly requests: readonly Requirement[];
}

const COUNTRIES: readonly CountryCode[] = ['KEN', 'NER', 'ECU'];

/** From a post that most people meet to one that hardly anybody does. Needs differ by country, as real ones do. */
export const REQUEST_CLASSES: readonly RequestClass[] = [
  ofClass('broad', () => ({ education: false, humanRightsDays: 730, fieldExperience: false, knowledge: {}, languages: [] })),
  ofClass('typical P-5', () => ({})),
  ofClass('two languages', () => ({
    languages: [
      { language: 'en', level: 3 },
      { language: 'fr', level: 3 },
    ],
  })),
  ofClass('rare', () => ({
    languages: [
      { language: 'en', level: 4 },
      { language: 'fr', level: 3 },
      { language: 'ar', level: 3 },
    ],
  })),
];

function ofClass(name: string, gates: () => Partial<Requirement['gates']>): RequestClass {
  return {
    name,
    requests: COUNTRIES.map((country, index) => aRequirement('P-5', { ...needsOf(country, index), gates: gates() })),
  };
}

/** Twenty weighted themes, the neighbours as region, and two desired languages. */
function needsOf(country: CountryCode, stream: number): Partial<Omit<Requirement, 'gates'>> {
  const random = new Random(1, stream);
  const region = Object.values(REGIONS).find(({ countries }) => (countries as readonly string[]).includes(country));
  return {
    country,
    region: (region?.countries ?? []).filter((code) => code !== country),
    themes: Object.fromEntries(random.sample(EXPERT_THEMES, 20).map((theme) => [theme, random.int(1, 100)])),
    desiredLanguages: [
      { language: random.pick(['sw', 'ha', 'qu'] as const), level: 3 },
      { language: random.pick(['fr', 'es', 'ar'] as const), level: 4 },
    ],
  };
}

/** So many requests of which no two are alike: other countries, needs, levels, languages and weights. */
export function differentRequests(count: number): Requirement[] {
  const places = Object.values(REGIONS).flatMap(({ countries }) => [...countries]);
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(2, index);
    const classes = random.pick(REQUEST_CLASSES);
    const { gates } = random.pick(classes.requests);
    const moved = random.int(0, 10);
    return aRequirement('P-5', {
      ...needsOf(random.pick(places), 1000 + index),
      gates: { ...gates, humanRightsDays: random.pick([730, 1826, 2556, 3652]) },
      weights: { ...DEFAULT_WEIGHTS, themes: DEFAULT_WEIGHTS.themes - moved, languages: DEFAULT_WEIGHTS.languages + moved },
    });
  });
}

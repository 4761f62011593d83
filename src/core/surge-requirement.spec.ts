import { CRITERIA } from './requirement.js';
import { SURGE_WEIGHTS, type SurgeAsk, surgeRequirement } from './surge-requirement.js';

const ask: SurgeAsk = {
  country: 'KEN',
  level: 'P-4',
  languages: [{ language: 'fr', level: 3 }],
  themes: ['elections', 'impunity'],
  dates: { from: '2026-12-01', to: '2026-12-21' },
};
const context = { region: ['UGA'], needs: {}, asOf: '2026-11-24' } as const;

describe('surgeRequirement', () => {
  it('asks for the languages and the years of the level, and for no degree', () => {
    expect(surgeRequirement(ask, context).gates).toEqual({
      education: false,
      humanRightsDays: 2556,
      fieldExperience: false,
      knowledge: {},
      languages: [{ language: 'fr', level: 3 }],
    });
  });

  it('prefers fluency in the languages that it asks for', () => {
    expect(surgeRequirement(ask, context).desiredLanguages).toEqual([{ language: 'fr', level: 4 }]);
  });

  it('weighs the themes that the request names in full, and only those', () => {
    expect(surgeRequirement(ask, { ...context, needs: { detention: 100 } }).themes).toEqual({ elections: 100, impunity: 100 });
  });

  it('falls back to the needs of the country', () => {
    expect(surgeRequirement({ ...ask, themes: [] }, { ...context, needs: { detention: 100 } }).themes).toEqual({ detention: 100 });
  });

  it('asks for the dates of the mission', () => {
    expect(surgeRequirement(ask, context).dates).toEqual({ from: '2026-12-01', to: '2026-12-21' });
  });

  it('has weights for every criterion that sum to 100', () => {
    expect(CRITERIA.reduce((sum, criterion) => sum + SURGE_WEIGHTS[criterion], 0)).toBe(100);
  });
});

import fc from 'fast-check';
import { anyRequirement, aRoster } from '../../../test/support/arbitraries.js';
import { AS_OF, aRequirement } from '../../../test/support/experts.js';
import type { ExpertProfile } from '../expert.js';
import { LANGUAGE_CODES } from '../languages.js';
import type { Requirement } from '../requirement.js';
import { THEME_SLUGS } from '../themes.js';
import { boundsOf } from './bounds.js';
import { rank } from './engine.js';
import { Kernel, theKernel } from './kernel.js';
import { judgeRun } from './open-runs.js';
import { Pool } from './pool.js';
import { compile } from './request.js';
import { VALUE_TOP } from './rubric.js';
import { named, Score } from './score.js';
import { BLOCK_BYTES, type Table } from './table.js';

/** Exact total and upper bound of every row of the pool. */
function totalsAndBounds(profiles: readonly ExpertProfile[], requirement: Requirement): { total: number; bound: number; points: number }[] {
  const request = compile(requirement);
  const bounds = boundsOf(request);
  const perDay = (request.weights.experience * VALUE_TOP) / request.experienceWhole;
  return Pool.of(profiles, requirement.asOf)
    .parts(requirement.experiencePolicy)
    .flatMap(({ table }) => {
      const score = new Score(table, request);
      return table.runs.flatMap(({ signature, start, end }) => {
        const run = judgeRun(signature, request);
        const fixed = request.weights.knowledge * run.knowledge + request.weights.education * run.education;
        return Array.from({ length: end - start }, (_, index) => {
          const row = start + index;
          const total = score.total(row, run);
          const points = bounds.columns.reduce(
            (sum, column, place) => sum + (bounds.points[place * 16 + levelAt(table, column, row)] as number),
            named(score.values).country > 0 ? bounds.countryPoints : 0,
          );
          const beyond = Math.min(Math.max(table.records.humanRights(row) - request.minimumDays, 0), request.experienceWhole);
          return { total, bound: points * bounds.unit + fixed + perDay * beyond, points };
        });
      });
    });
}

/** 0 to 15. */
function levelAt({ bytes, columns }: Table, column: number, row: number): number {
  const block = (columns[column] as number) + Math.floor(row / 32) * BLOCK_BYTES;
  return ((bytes[block + (row % 16)] as number) >> (row % 32 < 16 ? 0 : 4)) & 15;
}

const everything: Partial<Requirement> = {
  themes: Object.fromEntries(THEME_SLUGS.map((theme, index) => [theme, 1 + (index % 100)])),
  desiredLanguages: LANGUAGE_CODES.map((language) => ({ language, level: 4 })),
};

describe('the upper bounds of the kernel', () => {
  it('are never lower than the total', () => {
    fc.assert(
      fc.property(aRoster(12), anyRequirement, fc.boolean(), (profiles, asked, all) => {
        const requirement = all ? { ...asked, ...everything } : asked;
        for (const { total, bound } of totalsAndBounds(profiles, requirement)) expect(bound + 1e-6).toBeGreaterThanOrEqual(total);
      }),
      { numRuns: 300 },
    );
  });

  it('fit in a byte when somebody has everything', () => {
    const allClaims = { id: '1', status: 'verified' as const };
    const best: ExpertProfile = {
      id: 'expert-1',
      number: 1,
      nationality: 'CHE',
      gender: 'female',
      degrees: [],
      experience: [],
      knowledge: [
        { ...allClaims, area: 'advocacy', level: 'specialist' },
        { ...allClaims, area: 'sensitivity', level: 'specialist' },
      ],
      languages: LANGUAGE_CODES.map((language) => ({ ...allClaims, language, level: 4 })),
      themes: THEME_SLUGS.map((theme) => ({ ...allClaims, theme, level: 'specialist' as const })),
      trainings: [],
      unavailable: [],
      memberships: [],
    };
    const [row] = totalsAndBounds([best], aRequirement('P-5', everything));
    expect(row?.bound).toBeGreaterThanOrEqual(row?.total as number);
    expect(row?.points).toBeLessThanOrEqual(255);
    expect(row?.points).toBeGreaterThan(60);
  });
});

describe('a machine without vectors in WebAssembly', () => {
  it('has no kernel, and ranks to the same answers', () => {
    expect(Kernel.onThisMachine({})).toBeNull();
    expect(Kernel.onThisMachine({ WebAssembly: { validate: () => false } })).toBeNull();
    expect(theKernel()).toBeInstanceOf(Kernel);
    const requirement = aRequirement();
    expect(rank(Pool.of([], AS_OF, null), requirement, 5)).toEqual(rank(Pool.of([], AS_OF), requirement, 5));
  });
});

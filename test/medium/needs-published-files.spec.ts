import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Actor } from '../../src/core/access.js';
import { Needs, NeedsImport } from '../../src/features/needs/index.js';
import { Audit } from '../../src/platform/audit/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { onEveryDatabase } from '../support/databases.js';

/** Where the published files of sessions 1 to 13 lie; the project does not contain them. */
const FOLDER = resolve(process.env.HRA_UPR_FOLDER ?? join('..', 'shared', 'data', 'upr'));
const FILES = ['sessions-1-5.csv', 'sessions-6-9.csv', 'sessions-10-13.csv'].map((name) => join(FOLDER, name));

const AUDITOR: Actor = { accountId: 'account-1', role: 'auditor', name: 'An auditor', country: null, agency: null };

const suite = () =>
  onEveryDatabase((open) => {
    it('are read to the last row, every name known, in any order', async () => {
      const { database } = await open();
      const clock = FixedClock.at('2026-11-24T10:00:00Z');
      const audit = new Audit(clock);
      const imports = new NeedsImport(database, audit, clock);
      const needs = new Needs(database, audit, clock);

      const report = await imports.importFiles(FILES, 'system');
      expect(report).toEqual({
        imported: true,
        rows: 23_484,
        recommendations: 23_484,
        repeated: 0,
        rejected: 0,
        countries: 193,
        reviews: 207,
        newestSession: 13,
        problems: [],
        replaced: [],
        // 10 names of 2008 to 2012, told and not taken in silence.
        recognised: expect.arrayContaining([{ column: 'To', value: 'Swaziland', country: 'SWZ', count: 143 }]),
      });
      const first = await needs.list(AUDITOR);
      expect(first).toHaveLength(193);
      expect(first.every(({ top }) => top[0]?.weight === 100)).toBe(true);

      for (const country of Object.keys(EXPECTED)) {
        const need = await needs.of(country);
        const top = need.themes.slice(0, 3).map(({ theme, count, points, weight }) => [theme, count, points, weight]);
        expect([country, need.recommendations, top]).toEqual([country, ...(EXPECTED[country] ?? [])]);
      }

      for (const path of [...FILES].reverse()) await imports.importFiles([path], 'system');
      expect(await needs.list(AUDITOR)).toEqual(first);
    }, 120_000);
  });

/** Recommendations, and the three heaviest themes with count, points and weight; computed apart from this code. */
const EXPECTED: Readonly<Record<string, readonly [number, readonly (readonly [string, number, number, number])[]]>> = {
  MDA: [
    123,
    [
      ['rights-of-the-child', 20, 928, 100],
      ['womens-rights', 20, 896, 97],
      ['trafficking', 17, 720, 78],
    ],
  ],
  KEN: [
    166,
    [
      ['justice', 33, 1516, 100],
      ['rights-of-the-child', 28, 1296, 85],
      ['international-instruments', 34, 1172, 77],
    ],
  ],
  NER: [
    112,
    [
      ['international-instruments', 25, 1504, 100],
      ['womens-rights', 29, 1424, 95],
      ['rights-of-the-child', 21, 1136, 76],
    ],
  ],
  ECU: [
    151,
    [
      ['rights-of-the-child', 30, 1224, 100],
      ['freedom-of-opinion-and-expression', 20, 912, 75],
      ['womens-rights', 24, 872, 71],
    ],
  ],
  RWA: [
    125,
    [
      ['international-instruments', 17, 976, 100],
      ['freedom-of-the-press', 19, 912, 93],
      ['justice', 19, 768, 79],
    ],
  ],
  ALB: [
    106,
    [
      ['rights-of-the-child', 33, 1192, 100],
      ['womens-rights', 19, 876, 73],
      ['international-instruments', 15, 452, 38],
    ],
  ],
};

if (existsSync(FOLDER)) describe('the published UPR files', suite);
else describe.skip('the published UPR files: not on this machine; set HRA_UPR_FOLDER to the folder that holds them', suite);

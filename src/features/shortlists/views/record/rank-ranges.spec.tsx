import { renderToString } from 'preact-render-to-string';
import { AS_OF, anExpert, anOpenRequirement } from '../../../../../test/support/experts.js';
import { listRobustness, Pool, rank, robustness } from '../../../../core/matching/index.js';
import { CRITERIA, type Weights } from '../../../../core/requirement.js';
import type { RobustnessView } from '../../run-studies.service.js';
import { Lead, Ranges } from './rank-ranges.js';

/** First and second in themes; the third is nowhere in themes and best in skills. */
const PEOPLE = [
  anExpert(1).expertIn('justice', 'specialist').knows('advocacy', 'good').build(),
  anExpert(2).expertIn('justice', 'excellent').build(),
  anExpert(3).knows('advocacy', 'specialist').knows('sensitivity', 'specialist').build(),
];
const WEIGHTS = { ...Object.fromEntries(CRITERIA.map((name) => [name, 0])), themes: 80, skills: 20 } as Weights;

/** What is shown of the first so many, in text; the list may be longer. */
function shown(kept: number, size = kept): { lead: string; rows: readonly (readonly string[])[] } {
  const pool = Pool.of(PEOPLE, AS_OF);
  const requirement = anOpenRequirement({ themes: { justice: 100 }, weights: WEIGHTS });
  const options = { kept, top: 1, weightings: 200, seed: 1 };
  const view = {
    run: { id: 'run', size },
    study: robustness(pool, requirement, options),
    within: listRobustness(rank(pool, requirement, kept).top, WEIGHTS, options),
    names: new Map(),
  } as unknown as RobustnessView;
  const rows = renderToString(<Ranges view={view} />)
    .split('<tr role="row">')
    .slice(2)
    .map((row) => row.split('<td').slice(2, 5).map(textOf));
  return { lead: textOf(`<p>${renderToString(<Lead view={view} />)}`), rows };
}

/** The text between the tags, after the first. */
function textOf(html: string): string {
  return html
    .slice(html.indexOf('>') + 1)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

it('says of each which ranks are among all eligible and which only among those listed', () => {
  const { lead, rows } = shown(2);
  expect(lead).toContain('each of the 2 on this list is ranked again');
  expect(lead).toContain('All 3 : against everybody eligible. Whoever is not listed here may pass too.');
  expect(lead).toContain('These 2 : only against each other');
  expect(lead).toContain('and may pass all the same.');
  expect(rows[0]).toEqual([
    'Both: always 1',
    'All 3: 1 to 2 (1) These 2: always 1',
    expect.stringMatching(/^All 3: \d\d % These 2: 100 %$/),
  ]);
  expect(rows[1]?.[1]).toBe('All 3: 2 to 3 (3) These 2: always 2');
  expect(rows[1]?.[2]).toBe('Both: 0 % What is needed by No. 2');
});

it('says that they are only the first of a longer list', () => {
  expect(shown(2, 3).lead).toContain('each of the first 2 of this list is ranked again');
});

it('says everything once where nobody else is eligible', () => {
  const { lead, rows } = shown(3);
  expect(lead).toMatch(/each of the 3 on this list is ranked again.* Nobody else is eligible\.$/);
  expect(rows.map(([varied, random]) => [varied, random])).toEqual([
    ['always 1', '1 to 2 (1)'],
    ['always 2', '2 to 3 (3)'],
    ['always 3', '1 to 3 (2)'],
  ]);
});

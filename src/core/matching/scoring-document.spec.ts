import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AS_OF, anExpert, aRequirement } from '../../../test/support/experts.js';
import { endOf, startOf } from '../dates.js';
import { yearsAndMonths } from '../experience.js';
import { MINIMUM_YEARS, minimumDays, POST_LEVELS } from '../grades.js';
import { CONTEXT_FLAGS } from '../needs.js';
import { RATINGS } from '../panel.js';
import { assessedLevel } from '../panel-claims.js';
import { CRITERIA } from '../requirement.js';
import { PROPOSED_CONTEXT_WEIGHT, SITUATION_THEME_WEIGHT, SITUATIONS } from '../situations.js';
import { EXPERT_THEMES, THEMES_WITHOUT_EXPERTISE } from '../themes.js';
import { DEFAULT_WEIGHTS, explain, GATES, RUBRIC_VERSION } from './index.js';

/** docs/scoring.md shows the rubric and an example worked by hand; here the code works the same example. */
const document = readFileSync(join(__dirname, '../../../docs/scoring.md'), 'utf8').replace(/\s+/g, ' ');

const example = anExpert(17)
  .degree('masters', 'international-law', '2008-07-15')
  .worked('2010-01-01', '2014-12-31', 'human-rights', { countries: ['ALB'] })
  .worked('2014-07-01', '2018-06-30', ['human-rights', 'development'], { percentage: 50, countries: ['UGA'] })
  .worked('2018-07-01', '2018-12-31', 'human-rights', { engagement: 'internship' })
  .worked('2019-01-01', null, ['human-rights', 'development'], { percentage: 80, countries: ['NER'] })
  .knows('machinery', 'specialist')
  .knows('mandates', 'specialist')
  .knows('development-programming', 'good')
  .knows('advocacy', 'excellent')
  .knows('sensitivity', 'good')
  .speaks('en', 4)
  .speaks('sw', 2)
  .expertIn('justice', 'specialist')
  .expertIn('elections', 'good')
  .trained('hrba', '2013-05-17')
  .trained('bsafe', '2021-02-01')
  .build();

const post = aRequirement('P-5', {
  themes: { justice: 100, detention: 60, elections: 40 },
  desiredLanguages: [
    { language: 'sw', level: 3 },
    { language: 'fr', level: 3 },
  ],
});

const { gates, criteria, total, experience } = explain(example, post);
const thousands = (count: number) => count.toLocaleString('en-GB');
const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

describe('docs/scoring.md', () => {
  it('names the version of the rubric and the as-of date of the example', () => {
    expect(document).toContain(`**${RUBRIC_VERSION}**`);
    expect(document).toContain(AS_OF);
  });

  it.each([...CRITERIA])('gives %s its weight', (criterion) => {
    expect(document).toContain(`| ${criterion} | ${DEFAULT_WEIGHTS[criterion]} |`);
  });

  it.each([...GATES])('has the gate %s', (gate) => {
    expect(document).toContain(`| ${gate} |`);
  });

  it.each([...POST_LEVELS])('states how many days %s asks for', (level) => {
    expect(document).toContain(row(level, MINIMUM_YEARS[level], thousands(minimumDays(level))));
  });

  it.each(['2014-03-07', '2014-02', '2014'])('says what %s means at both ends', (date) => {
    expect(document).toContain(row(date, startOf(date), endOf(date)));
  });

  it.each(['specialist', 'excellent', 'good', 'basic'] as const)('says what a rating stands for where %s is asked', (asked) => {
    expect(document).toContain(row(asked, ...RATINGS.map((rating) => assessedLevel(rating, asked))));
  });

  it('counts the years of the example as the code does', () => {
    const { days, periods, dropped } = experience.kinds['human-rights'];
    for (const { from, to, percentage, evidence } of periods)
      expect(document).toContain(row(from, to, evidence.join(', '), `${percentage} %`));
    for (const lost of dropped)
      expect(document).toContain(row(lost.evidence, `\`${lost.reason}\``, lost.from, String(lost.to), thousands(lost.days)));
    const { years, months } = yearsAndMonths(days);
    expect(document).toContain(`${thousands(days)} days, which read as ${years} years and ${months} months`);
    expect(document).toContain(`${thousands(experience.field.days)} days of development or humanitarian experience`);
  });

  it('finds the example eligible, as the code does', () => {
    expect(gates.every(({ met }) => met)).toBe(true);
    expect(document).toContain('meets all seven gates');
  });

  it.each(criteria.map(({ criterion, weight, value, points }) => row(criterion, weight, thousands(value), thousands(points))))(
    'scores the example as the code does: %s',
    (line) => {
      expect(document).toContain(line.slice(0, -1));
    },
  );

  it('sums the example up as the code does', () => {
    expect(document).toContain(`**${thousands(total)}**`);
    expect(document).toContain(`**${(total / 10_000).toFixed(2)}**`);
  });

  it.each([...CONTEXT_FLAGS])('has the situation %s with what it switches on and where that stands', (flag) => {
    const { parts, themes, source } = SITUATIONS[flag];
    expect(document).toContain(row(flag, parts.join(', ') || '–', themes.join(', ') || '–', source));
  });

  it('states what a situation proposes', () => {
    expect(document).toContain(`weigh at least ${SITUATION_THEME_WEIGHT}`);
    expect(document).toContain(`proposes a weight of ${PROPOSED_CONTEXT_WEIGHT}`);
  });

  it('says how many themes can carry weight', () => {
    expect(document).toContain(`${EXPERT_THEMES.length} themes`);
    expect(document).toContain(`${THEMES_WITHOUT_EXPERTISE.size} that are counted`);
  });
});

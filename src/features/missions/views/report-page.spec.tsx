import { MAIL_LANGUAGES, type MailLanguage } from '../../../core/mail-languages.js';
import { MISSION_STATES } from '../../../core/missions.js';
import { Form, page } from '../../../web/index.js';
import type { Mission } from '../mission.entity.js';
import { ReportScreen } from './report-page.js';
import { REPORT_PAGE_WORDS } from './report-words.js';

const mission = (change: Partial<Mission>): Mission =>
  ({
    reference: 'SR-2026-0042',
    country: 'KEN',
    state: 'completed',
    startsOn: '2026-12-07',
    endsOn: '2026-12-27',
    arrivedOn: '2026-12-07',
    report: null,
    reportedAt: null,
    ...change,
  }) as Mission;

function shown(language: MailLanguage, about: Mission, form = new Form()): string {
  const body = <ReportScreen token="t.t" mission={about} language={language} desk="desk@example.org" form={form} />;
  return page({ title: REPORT_PAGE_WORDS[language].title, me: null, language }, body).render();
}

const STANDS = [
  ...MISSION_STATES.map(
    (state) => [state, mission({ state, arrivedOn: state === 'deployed' || state === 'completed' ? '2026-12-07' : null })] as const,
  ),
  ['handed in', mission({ report: 'REPORT', reportedAt: '2026-12-28T10:00:00.000Z' })] as const,
  ['closed with a report', mission({ state: 'closed', report: 'REPORT', reportedAt: '2026-12-28T10:00:00.000Z' })] as const,
];

describe.each(STANDS)('the report of a mission that is %s', (_, about) => {
  it.each(MAIL_LANGUAGES)('is told in %s altogether', (language) => {
    const html = shown(language, about);
    const text = html
      .slice(html.indexOf('<main'))
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/HRA desk|desk@example\.org|SR-\d{4}-\d{4}|REPORT/g, '');
    expect(text).not.toMatch(/[{}]|undefined/);
    if (language === 'ar') expect(text).not.toMatch(/\p{Script=Latin}/u);
    if (language !== 'en') expect(text).not.toMatch(/\b(the|your|mission is|report)\b/);
  });
});

describe('the page of the report', () => {
  it.each([
    ['en', 'Kenya', 'Monday, 7 December 2026', 'Sunday, 27 December 2026'],
    ['fr', 'Kenya', 'lundi 7 décembre 2026', 'dimanche 27 décembre 2026'],
    ['es', 'Kenya', 'lunes, 7 de diciembre de 2026', 'domingo, 27 de diciembre de 2026'],
    ['ar', 'كينيا', 'الاثنين، 7 كانون الأول/ديسمبر 2026', 'الأحد، 27 كانون الأول/ديسمبر 2026'],
  ] as const)('says in %s of which mission it is', (language, ...said) => {
    for (const one of said) expect(shown(language, mission({}))).toContain(one);
    expect(shown(language, mission({}))).toContain(`action="/mission-reports/t.t?language=${language}"`);
  });

  it('says in the reader’s language what is wrong, also when nothing can be handed in any more', () => {
    const empty = new Form({}, [{ field: 'report', message: REPORT_PAGE_WORDS.en.problems.report }], undefined, 'input.invalid');
    expect(shown('fr', mission({}), empty)).toContain('Rédigez le rapport');
    const late = new Form({}, [], 'The mission is closed.', 'mission.not-allowed');
    expect(shown('ar', mission({ state: 'closed' }), late)).toContain(`<h2>${REPORT_PAGE_WORDS.ar.refusals['mission.not-allowed']}</h2>`);
  });

  it('shows what was written in the direction that it was written in', () => {
    expect(shown('ar', mission({ state: 'closed', report: 'REPORT' }))).toContain('<p dir="auto">REPORT</p>');
  });
});

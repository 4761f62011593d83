import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAIL_LANGUAGES, type MailLanguage } from '../../src/core/mail-languages.js';
import { MISSION_WORDS } from '../../src/features/missions/mission-words.js';
import { REPORT_PAGE_WORDS } from '../../src/features/missions/views/report-words.js';
import { GATHERED_WORDS } from '../../src/features/notices/wording.js';
import { PANEL_WORDS } from '../../src/features/panels/panel-words.js';
import { DESK_WORDS } from '../../src/features/surge/notices/desk/desk-words.js';
import { COLLEAGUE_WORDS } from '../../src/features/surge/notices/wording/colleagues.js';
import { SURGE_WORDS } from '../../src/features/surge/notices/wording/index.js';
import { EXPERT_WORDS } from '../../src/features/surge/notices/wording/offers.js';
import { OFFER_PAGE_WORDS } from '../../src/features/surge/views/expert/index.js';
import { FRAME_WORDS } from '../../src/web/frame-words.js';

const PROJECT = join(__dirname, '..', '..');

/** Every table of words that mails and the pages of experts are written with. */
const TABLES: Readonly<Record<string, Readonly<Record<MailLanguage, object>>>> = {
  SURGE_WORDS,
  EXPERT_WORDS,
  COLLEAGUE_WORDS,
  DESK_WORDS,
  MISSION_WORDS,
  PANEL_WORDS,
  GATHERED_WORDS,
  FRAME_WORDS,
  OFFER_PAGE_WORDS,
  REPORT_PAGE_WORDS,
};
/** Where something is put in, by its name. */
const PLACE = /\{\w+\}/g;

/** Every text of a table by its path; what is a function is called with a name, days or a number of the kind. */
function texts(table: object, path = ''): (readonly [path: string, text: string])[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'function') return [[here, String(value(17, 18))] as const];
    return typeof value === 'string' ? [[here, value] as const] : texts(value as object, here);
  });
}

describe.each(Object.entries(TABLES))('%s', (_, table) => {
  const english = new Map(texts(table.en));

  it.each(MAIL_LANGUAGES)('says everything in %s, and nothing in another language', (language) => {
    for (const [path, text] of texts(table[language])) {
      const said = text.replaceAll(PLACE, '').trim();
      expect([path, said.length > 0]).toEqual([path, true]);
      if (language === 'ar') expect([path, /\p{Script=Latin}/u.test(said)]).toEqual([path, false]);
      else expect([path, /\p{Script=Arabic}/u.test(said)]).toEqual([path, false]);
      // Short words can be the same in two languages: dates, mission.
      if (language !== 'en' && text.length > 12) expect([path, text]).not.toEqual([path, english.get(path)]);
    }
  });

  it.each(MAIL_LANGUAGES)('has subjects in %s that reveal nothing and end like none of a circular', (language) => {
    const subjects = texts(table[language]).filter(([path]) => path.endsWith('subject'));
    for (const [path, subject] of subjects) expect([path, /\d|SR-|!/.test(subject)]).toEqual([path, false]);
    for (const [path, subject] of subjects) expect([path, subject.length <= 78]).toEqual([path, true]);
  });
});

it('leaves out no table of the house', () => {
  const found = globSync('src/**/*.ts', { cwd: PROJECT }).flatMap((file) =>
    [...readFileSync(join(PROJECT, file), 'utf8').matchAll(/export const (\w+): Readonly<Record<MailLanguage, (?!string)/g)].map(
      ([, name]) => name,
    ),
  );
  expect(found.toSorted()).toEqual(Object.keys(TABLES).toSorted());
});

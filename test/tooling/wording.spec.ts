import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAIL_LANGUAGES } from '../../src/core/mail-languages.js';
import { TABLES, texts } from '../support/word-tables.js';

const PROJECT = join(__dirname, '..', '..');

/** Where something is put in, by its name. */
const PLACE = /\{\w+\}/g;

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

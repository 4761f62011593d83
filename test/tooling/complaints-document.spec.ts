import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');

/** The rows of the table: what goes wrong, and the tests that hold it, each `path` followed by its name in quotation marks. */
const [, section = ''] = read('docs/surge.md').split('## What goes wrong in such systems');
const rows = [...section.matchAll(/^\| (?!---|what)(.+?) \| (.+) \|$/gm)].map(([, complaint = '', held = '']) => ({
  complaint,
  tests: [...held.matchAll(/`([^`]+)` “([^”]+)”/g)].map(([, path = '', name = '']) => ({ path, name })),
}));

it('lists the thirteen complaints, each held by a test', () => {
  expect(rows).toHaveLength(13);
  expect(rows.filter(({ tests }) => tests.length === 0).map(({ complaint }) => complaint)).toEqual([]);
});

it.each(rows.flatMap(({ tests }) => tests).map(({ path, name }) => [path, name] as const))('%s has the test “%s”', (path, name) => {
  const titles = [...read(path).matchAll(/\b(?:it|test)(?:\.each)?[\s\S]{0,400}?\(\s*(['`])((?:\\.|(?!\1).)+)\1/g)].map(
    ([, , title]) => title,
  );
  expect(titles).toContain(name);
  expect(read(path)).not.toMatch(/\b(?:it|test|describe)\.(?:skip|todo|only)\b/);
});

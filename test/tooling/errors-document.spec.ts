import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS, type ErrorCode } from '../../src/core/errors.js';
import { statusOf } from '../../src/platform/http/problem.js';

const ROW = /^\| `([a-z.-]+)` \| (\d+) \| (.*?) \| (.+?) \|$/;
const rows = readFileSync(join(__dirname, '..', '..', 'docs', 'errors.md'), 'utf8')
  .split('\n')
  .flatMap((line) => ROW.exec(line) ?? []);

it('docs/errors.md has every code of the catalogue with its status and title, and no other', () => {
  const documented = Array.from({ length: rows.length / 5 }, (_, index) => rows.slice(index * 5 + 1, index * 5 + 4));
  const codes = Object.keys(ERRORS) as ErrorCode[];
  expect(documented).toEqual(codes.map((code) => [code, String(statusOf(code)), ERRORS[code].title]));
});

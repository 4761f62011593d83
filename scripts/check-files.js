/** What no linter looks for: files that grew too long in any language, and marks of unfinished work. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { problemsOf } from './file-rules.js';

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z', 'src', 'test', 'scripts'], {
  encoding: 'utf8',
});
const problems = listed
  .split('\0')
  .filter((path) => path && existsSync(path))
  .flatMap((path) => problemsOf(path, readFileSync(path, 'utf8')));

for (const problem of problems) console.error(problem);
console.log(`${problems.length} problems with the length of files and with marks of unfinished work.`);
process.exitCode = problems.length > 0 ? 1 : 0;

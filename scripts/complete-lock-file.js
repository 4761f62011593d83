/**
 * npm leaves the optional binaries of other platforms out of a lock file that is written where they cannot be had, and then
 * `npm ci` refuses that file on every platform. This completes package-lock.json: each missing binary gets an entry with
 * its version and the platform that its name states. With --check it only reports.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { completed, missingFrom } from './lock-file.js';

const FILE = 'package-lock.json';
const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const missing = missingFrom(lock);

if (missing.length === 0) {
  console.log(`${FILE} names the binaries of every platform.`);
} else if (process.argv.includes('--check')) {
  for (const { name, version } of missing) console.error(`${FILE} lacks ${name} ${version}`);
  console.error(`Run \`npm run lock\` after each change of dependencies, and commit ${FILE}.`);
  process.exitCode = 1;
} else {
  writeFileSync(FILE, `${JSON.stringify(completed(lock, missing), undefined, 2)}\n`);
  console.log(`${FILE}: ${missing.length} entries added.`);
}

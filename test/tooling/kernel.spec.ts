import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const SOURCES = readdirSync('scripts/kernel').filter((name) => name.endsWith('.ts'));
const COMPILED: Readonly<Record<string, string>> = {
  'ranking.ts': 'src/core/matching/kernel-code.ts',
  'rank-counts.ts': 'src/core/matching/rank-counts-code.ts',
};

it.each(SOURCES)('the compiled kernel %s is in step with its source: `npm run kernel` would change nothing', (source) => {
  const target = COMPILED[source] ?? '';
  const compiled = execFileSync(process.execPath, ['scripts/kernel/build.js', '--print', target], { encoding: 'utf8' });
  expect(compiled).toBe(readFileSync(target, 'utf8'));
});

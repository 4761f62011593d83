import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

describe('the compiled kernel of matching', () => {
  it('is in step with its source: `npm run kernel` would change nothing', () => {
    const compiled = execFileSync(process.execPath, ['scripts/kernel/build.js', '--print'], { encoding: 'utf8' });
    expect(compiled).toBe(readFileSync('src/core/matching/kernel-code.ts', 'utf8'));
  });
});

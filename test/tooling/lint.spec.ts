import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../..');

/** Each file breaks one rule that we rely on. Promises and kinds come from another file, as they do in the real code. */
const PLANTED: Record<string, string> = {
  noFloatingPromises: "import { Jobs } from './jobs.js';\nexport function forget(jobs: Jobs): void {\n  jobs.enqueue();\n}\n",
  noMisusedPromises:
    "import { Jobs } from './jobs.js';\nexport function all(jobs: Jobs): void {\n  [1].forEach(async () => {\n    await jobs.enqueue();\n  });\n}\n",
  useExhaustiveSwitchCases:
    "import type { State } from './jobs.js';\nexport function word(state: State): string {\n  switch (state) {\n    case 'open':\n      return 'open';\n  }\n  return '';\n}\n",
  noExplicitAny: 'export const anything = (value: any): string => String(value);\n',
  noUnusedVariables: 'const unused = 1;\nexport {};\n',
  noUnusedImports: "import { join } from 'node:path';\nexport {};\n",
  noNonNullAssertion: 'export const first = (list: string[]): string => list[0]!;\n',
  noFocusedTests: `it${'.only'}('shuts out', () => undefined);\n`,
  noSkippedTests: "it.skip('is forgotten', () => undefined);\n",
  noExcessiveLinesPerFile: `${'export {};\n'.repeat(301)}`,
};
const JOBS = "export type State = 'open' | 'done';\nexport class Jobs {\n  async enqueue(): Promise<string> {\n    return 'id';\n  }\n}\n";

describe('the linter', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hra-desk-lint-'));
    const config = JSON.parse(readFileSync(join(PROJECT, 'biome.json'), 'utf8')) as { vcs: unknown; $schema: unknown };
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
    writeFileSync(join(folder, 'jobs.ts'), JOBS);
    for (const [rule, text] of Object.entries(PLANTED)) writeFileSync(join(folder, `${rule}.ts`), text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const rulesBrokenBy = (file: string): string[] => {
    const run = spawnSync(join(PROJECT, 'node_modules/.bin/biome'), ['lint', '--reporter=json', file], { cwd: folder, encoding: 'utf8' });
    const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: { category: string; severity: string }[] };
    return diagnostics.filter(({ severity }) => severity === 'error').map(({ category }) => category.split('/').at(-1) ?? '');
  };

  it.each(Object.keys(PLANTED))('catches a planted violation of %s', (rule) => {
    expect(rulesBrokenBy(`${rule}.ts`)).toContain(rule);
  });

  it('has nothing to say about a file without one', () => {
    expect(rulesBrokenBy('jobs.ts')).toEqual([]);
  });
});

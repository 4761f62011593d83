import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface LockFile {
  packages: Record<string, Record<string, unknown>>;
}
interface LockFileRules {
  missingFrom(lock: LockFile): { name: string; version: string }[];
  completed(lock: LockFile, missing: { name: string; version: string }[]): LockFile;
}
interface FileRules {
  problemsOf(path: string, text: string): string[];
}

const PROJECT = resolve(__dirname, '../..');
const load = async <T>(name: string): Promise<T> => (await import(join(PROJECT, 'scripts', name))) as T;

describe('the lock file', () => {
  const lock: LockFile = {
    packages: {
      '': {},
      'node_modules/tool': {
        version: '1.0.0',
        optionalDependencies: {
          '@tool/linux-x64-gnu': '1.0.0',
          '@tool/linux-arm64-musl': '1.0.0',
          '@tool/darwin-arm64': '1.0.0',
          fsevents: '^2.3.0',
        },
      },
      'node_modules/@tool/linux-x64-gnu': { version: '1.0.0', optional: true },
    },
  };

  it('lacks the binaries of other platforms that no entry provides', async () => {
    const { missingFrom } = await load<LockFileRules>('lock-file.js');
    expect(missingFrom(lock)).toEqual([
      { name: '@tool/linux-arm64-musl', version: '1.0.0' },
      { name: '@tool/darwin-arm64', version: '1.0.0' },
    ]);
  });

  it('accepts an entry beside the package that asks', async () => {
    const { missingFrom } = await load<LockFileRules>('lock-file.js');
    const inner = {
      packages: { 'node_modules/a/node_modules/b': { optionalDependencies: { c: '1.0.0' } }, 'node_modules/a/node_modules/c': {} },
    };
    expect(missingFrom(inner)).toEqual([]);
    expect(
      missingFrom({ packages: { 'node_modules/b': { optionalDependencies: { c: '1.0.0' } }, 'node_modules/a/node_modules/c': {} } }),
    ).toHaveLength(1);
  });

  it('is complete after one run, with the platform of each binary', async () => {
    const { missingFrom, completed } = await load<LockFileRules>('lock-file.js');
    const whole = completed(lock, missingFrom(lock));
    expect(missingFrom(whole)).toEqual([]);
    expect(whole.packages['node_modules/@tool/linux-arm64-musl']).toEqual({
      version: '1.0.0',
      optional: true,
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
    });
    expect(whole.packages['node_modules/@tool/darwin-arm64']).toEqual({ version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] });
  });

  it('is not guessed for a name without a platform', async () => {
    const { completed } = await load<LockFileRules>('lock-file.js');
    expect(() => completed(lock, [{ name: 'mystery', version: '1.0.0' }])).toThrow('mystery does not state its system');
  });
});

describe('the rules on files', () => {
  const to = 'TO';
  it.each([
    ['src/a.ts', `// ${to}${'DO'} later`, 'src/a.ts:1: a mark of unfinished work'],
    ['test/a.spec.ts', `\nit${'.only'}('x', () => {});`, 'test/a.spec.ts:2: a test that shuts the others out'],
    ['src/a.tsx', `// @ts${'-ignore'}`, 'src/a.tsx:1: a switched-off check'],
    ['src/a.css', 'a {}\n'.repeat(301), 'src/a.css: 301 lines; split it, 300 is the most'],
  ])('find the problem in %s', async (path, text, problem) => {
    const { problemsOf } = await load<FileRules>('file-rules.js');
    expect(problemsOf(path, text)).toEqual([problem]);
  });

  it('accept 300 lines and files that are no source', async () => {
    const { problemsOf } = await load<FileRules>('file-rules.js');
    expect(problemsOf('src/a.ts', 'a;\n'.repeat(300))).toEqual([]);
    expect(problemsOf('src/data.csv', `${to}${'DO'}\n`.repeat(400))).toEqual([]);
  });
});

describe('the count of the tests', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hra-desk-count-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const lastLines = (files: Record<string, string>): string[] => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'package.json'), '{}');
    const config = {
      rootDir: folder,
      testMatch: ['**/*.spec.js'],
      transform: {},
      reporters: ['default', join(PROJECT, 'scripts/count-reporter.js')],
    };
    const run = spawnSync(process.execPath, [join(PROJECT, 'node_modules/jest/bin/jest.js'), '--config', JSON.stringify(config)], {
      cwd: folder,
      encoding: 'utf8',
    });
    return run.stdout.trimEnd().split('\n');
  };

  it('sums every suite, and names what was skipped', () => {
    const lines = lastLines({
      'a.spec.js': "it('a', () => {}); it('b', () => {}); it.skip('c [no Redis]', () => {});",
      'b.spec.js': "it('d', () => { throw new Error(); });",
    });
    expect(lines).toContain('skipped: c [no Redis]');
    expect(lines.at(-1)).toBe('2 passed, 1 failed, 1 skipped');
  });

  it('takes a suite that cannot be loaded for a failure', () => {
    expect(lastLines({ 'a.spec.js': 'throw new Error();', 'b.spec.js': "it('d', () => {});" }).at(-1)).toBe(
      '1 passed, 1 failed, 0 skipped',
    );
  });
});

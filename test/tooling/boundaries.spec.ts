import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A house in miniature, in which every import is allowed. */
const ALLOWED: Record<string, string> = {
  'package.json': '{ "type": "module", "dependencies": { "typeorm": "1" }, "devDependencies": { "fast-check": "1" } }',
  'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "jsx": "react-jsx" } }',
  'node_modules/typeorm/package.json': '{ "name": "typeorm", "version": "1.0.0", "main": "index.js" }',
  'node_modules/typeorm/index.js': '',
  'node_modules/fast-check/package.json': '{ "name": "fast-check", "version": "1.0.0", "main": "index.js" }',
  'node_modules/fast-check/index.js': '',
  'src/core/grades.ts': 'export const grade = 1;',
  'src/core/grades.spec.ts': "import 'fast-check'; import './grades.js'; import './matching/engine.js';",
  'src/core/matching/engine.ts': "import '../grades.js';",
  'src/core/matching/index.ts': "import './engine.js';",
  'src/platform/clock.ts': "import 'node:crypto'; import '../core/grades.js';",
  'src/platform/database/index.ts': "import 'typeorm'; import '../clock.js';",
  'src/web/index.ts': "import '../platform/clock.js'; import '../core/matching/index.js';",
  'src/features/needs/index.ts': "import './needs.service.js';",
  'src/features/needs/needs.service.ts': "import '../../platform/database/index.js'; export interface Need { theme: string }",
  'src/features/posts/index.ts': "import '../../web/index.js'; import { type Need } from '../needs/index.js';",
  'src/demo/fictional.ts': "import '../core/grades.js';",
  'src/migrations/1-needs.ts': "import 'typeorm'; import '../platform/database/index.js';",
  'src/app.module.ts': "import './features/posts/index.js'; import './demo/fictional.js'; import './migrations/1-needs.js';",
  'src/main.ts': "import './app.module.js';",
  'test/medium/needs.spec.ts': "import '../../src/features/needs/needs.service.js';",
};

/** One violation of each rule. */
const PLANTED: readonly [rule: string, file: string, text: string][] = [
  ['core-is-pure', 'src/core/uses-node.ts', "import 'node:fs';"],
  ['core-is-pure', 'src/core/uses-package.ts', "import 'typeorm';"],
  ['core-is-pure', 'src/core/uses-platform-type.ts', "import type { x } from '../platform/clock.js';"],
  ['matching-has-one-door', 'src/platform/climbs-in.ts', "import '../core/matching/engine.js';"],
  ['platform-knows-no-room-below', 'src/platform/uses-web.ts', "import '../web/index.js';"],
  ['platform-knows-no-room-below', 'src/platform/uses-feature.ts', "import '../features/needs/index.js';"],
  ['web-knows-no-feature', 'src/web/uses-feature.ts', "import type { Need } from '../features/needs/index.js';"],
  ['features-know-no-top', 'src/features/needs/uses-migration.ts', "import '../../migrations/1-needs.js';"],
  ['features-have-one-door', 'src/features/posts/climbs-in.ts', "import type { Need } from '../needs/needs.service.js';"],
  ['features-have-one-door', 'src/worker.ts', "import './features/needs/needs.service.js';"],
  ['features-are-listed', 'src/features/gossip/index.ts', "import '../../core/grades.js';"],
  ['features-needs', 'src/features/needs/turns-round.ts', "import '../surge/index.js';"],
  ['features-roster', 'src/features/roster/index.ts', "import '../needs/index.js';"],
  ['features-posts', 'src/features/posts/goes-too-far.ts', "import '../surge/index.js';"],
  ['features-shortlists', 'src/features/shortlists/index.ts', "import '../surge/index.js';"],
  ['features-panels', 'src/features/panels/index.ts', "import '../surge/index.js';"],
  ['features-surge', 'src/features/surge/goes-too-far.ts', "import '../posts/index.js';"],
  ['features-figures', 'src/features/figures/goes-too-far.ts', "import '../needs/index.js';"],
  ['features-missions', 'src/features/missions/goes-too-far.ts', "import '../needs/index.js';"],
  ['features-operations', 'src/features/operations/goes-too-far.ts', "import '../needs/index.js';"],
  ['features-rules', 'src/features/rules/goes-too-far.ts', "import '../needs/index.js';"],
  ['features-accounts', 'src/features/accounts/index.ts', "import '../needs/index.js';"],
  ['features-deployments', 'src/features/deployments/index.ts', "import '../needs/index.js';"],
  ['features-notices', 'src/features/notices/index.ts', "import '../needs/index.js';"],
  ['demo-is-for-the-top', 'src/features/needs/uses-demo.ts', "import '../../demo/fictional.js';"],
  ['migrations-stand-alone', 'src/migrations/2-uses-feature.ts', "import '../features/needs/index.js';"],
  ['only-the-top-knows-the-top', 'src/web/uses-top.ts', "import '../app.module.js';"],
  ['source-knows-no-test', 'src/platform/uses-test.ts', "import '../core/grades.spec.js';"],
  ['shipped-packages-only', 'src/platform/uses-dev.ts', "import 'fast-check';"],
  ['no-circles', 'src/web/chicken.ts', "import './egg.js';"],
  ['everything-resolves', 'src/web/lost.ts', "import './nowhere.js';"],
];

/** What the planted files need to exist, harmless by themselves. */
const SCENERY: Record<string, string> = { 'src/features/surge/index.ts': '', 'src/web/egg.ts': "import './chicken.js';" };

const PROJECT = resolve(__dirname, '../..');

function violationsIn(folder: string): { rule: string; from: string }[] {
  const program = join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const run = spawnSync(
    process.execPath,
    [program, '--config', join(PROJECT, '.dependency-cruiser.js'), '--output-type', 'json', 'src', 'test'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 },
  );
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations.map(({ from, rule }) => ({ rule: rule.name, from }));
}

describe('the rooms of the house', () => {
  let folder: string;
  const build = (files: Record<string, string>): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hra-desk-rooms-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('allow what design allows', () => {
    build(ALLOWED);
    expect(violationsIn(folder)).toEqual([]);
  });

  it('catch one planted violation of each rule', async () => {
    build({ ...ALLOWED, ...SCENERY, ...Object.fromEntries(PLANTED.map(([, path, text]) => [path, text])) });
    const found = violationsIn(folder);
    for (const [rule, from] of PLANTED) expect(found).toContainEqual({ rule, from });
    const { default: config } = (await import('../../.dependency-cruiser.js' as string)) as { default: { forbidden: { name: string }[] } };
    expect(new Set(PLANTED.map(([rule]) => rule))).toEqual(new Set(config.forbidden.map(({ name }) => name)));
  });

  it('are kept by the real house', () => {
    expect(violationsIn(PROJECT)).toEqual([]);
  });
});

/**
 * The rooms of the house and their doors; docs/architecture.md tells why. Imports that are only types count like all
 * others. test/tooling/boundaries.spec.ts plants a violation of each rule and sees it caught.
 */

/** Which features a feature may use, each only through its index.ts. */
const USES = {
  accounts: ['notices'],
  deployments: [],
  notices: [],
  operations: [],
  needs: [],
  rules: [],
  roster: ['deployments', 'rules'],
  posts: ['needs'],
  shortlists: ['posts', 'roster', 'needs', 'deployments'],
  panels: ['shortlists', 'posts', 'roster', 'accounts', 'notices'],
  surge: ['roster', 'needs', 'notices', 'deployments', 'accounts'],
  figures: ['surge'],
  missions: ['surge', 'roster', 'notices', 'deployments', 'accounts'],
};

const SPEC = '\\.spec\\.tsx?$';
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { pathNot: SPEC, ...from }, to });

const features = Object.entries(USES).map(([feature, used]) =>
  rule(
    `features-${feature}`,
    used.length ? `${feature} may use ${used.join(', ')}, and no other feature.` : `${feature} uses no other feature.`,
    { path: `^src/features/${feature}/` },
    { path: '^src/features/', pathNot: `^src/features/(${[feature, ...used].join('|')})/` },
  ),
);

export default {
  forbidden: [
    rule(
      'core-is-pure',
      'core imports nothing but core: no package, nothing of Node, no other room.',
      { path: '^src/core/' },
      { pathNot: '^src/core/' },
    ),
    rule(
      'matching-has-one-door',
      'core/matching is entered through its index.ts.',
      { path: '^src/', pathNot: ['^src/core/matching/', SPEC] },
      { path: '^src/core/matching/', pathNot: '^src/core/matching/index\\.ts$' },
    ),
    rule(
      'platform-knows-no-room-below',
      'platform knows core and nothing below itself.',
      { path: '^src/platform/' },
      { path: '^src/', pathNot: '^src/(core|platform)/' },
    ),
    rule(
      'web-knows-no-feature',
      'web knows core and platform, and no feature.',
      { path: '^src/web/' },
      { path: '^src/', pathNot: '^src/(core|platform|web)/' },
    ),
    rule(
      'features-know-no-top',
      'A feature knows core, platform, web and features.',
      { path: '^src/features/' },
      { path: '^src/', pathNot: '^src/(core|platform|web|features)/' },
    ),
    rule(
      'features-have-one-door',
      'A feature is entered through its index.ts.',
      { path: '^src/(features/([^/]+)/|[^/]+\\.tsx?$|demo/|commands/)' },
      { path: '^src/features/[^/]+/', pathNot: ['^src/features/$2/', '^src/features/[^/]+/index\\.ts$'] },
    ),
    rule(
      'features-are-listed',
      'A new feature says in USES (here) which others it may use.',
      { path: '^src/features/', pathNot: [`^src/features/(${Object.keys(USES).join('|')})/`, SPEC] },
      {},
    ),
    ...features,
    rule(
      'demo-is-for-the-top',
      'Fictional experts are for the command line, not for the service.',
      { path: '^src/', pathNot: ['^src/(demo|commands)/', '^src/[^/]+\\.tsx?$', SPEC] },
      { path: '^src/demo/' },
    ),
    rule(
      'migrations-stand-alone',
      'A migration knows TypeORM and platform/database, so that later changes of the code cannot change it.',
      { path: '^src/migrations/' },
      { pathNot: ['^src/migrations/', '^node_modules/typeorm/', '^src/platform/database/index\\.ts$'] },
    ),
    rule(
      'only-the-top-knows-the-top',
      'app.module.ts, main.ts, worker.ts and cli.ts know everything and are known by nobody; only the demo and the commands start the whole app.',
      { path: '^src/[^/]+/', pathNot: '^src/(demo|commands)/' },
      { path: '^src/[^/]+\\.tsx?$' },
    ),
    rule('source-knows-no-test', 'What is shipped does not import tests.', { path: '^src/' }, { path: '(^test/|\\.spec\\.tsx?$)' }),
    rule(
      'shipped-packages-only',
      'What is shipped imports dependencies, not devDependencies.',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that finds nothing would escape all other rules.',
      severity: 'error',
      from: { pathNot: '^test/faults/fixtures/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};

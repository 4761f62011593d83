import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Jest runs in CommonJS mode, because its own ES module mode cannot load all of Nest 12. @swc/jest compiles our code, and
 * with it every installed package that ships ES modules only: those are found, not listed, so that a new dependency needs
 * no change here.
 */
const esModulePackages = readdirSync('node_modules')
  .flatMap((name) => (name.startsWith('@') ? readdirSync(join('node_modules', name)).map((inner) => `${name}/${inner}`) : [name]))
  .filter((name) => !name.startsWith('.') && isEsModule(name));

function isEsModule(name) {
  try {
    return JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')).type === 'module';
  } catch {
    return false;
  }
}

const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** `<T>` casts are no TSX, and packages are no TypeScript: three rules, one set of options. */
const withParser = (parser) => ['@swc/jest', { ...swc, jsc: { ...swc.jsc, parser } }];

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: {
    '\\.tsx$': withParser({ syntax: 'typescript', tsx: true, decorators: true }),
    '\\.ts$': withParser({ syntax: 'typescript', tsx: false, decorators: true }),
    '\\.m?js$': withParser({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [
    '/test/support/setup/',
    `/node_modules/(?!(${esModulePackages.map((name) => name.replaceAll('.', '\\.')).join('|')})/).*(?<!\\.mjs)$`,
  ],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts', '$1.tsx'] },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/test/tooling/fixtures/'],
  setupFiles: ['reflect-metadata'],
  restoreMocks: true,
};

const project = (displayName, testMatch, more = {}) => ({
  ...shared,
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  ...more,
});

/** PostgreSQL and Redis are started once for a run, and only when one of these suites is in it. */
const services = { globalSetup: '<rootDir>/test/support/setup/services.js', globalTeardown: '<rootDir>/test/support/setup/teardown.js' };
const browser = { ...services, globalSetup: '<rootDir>/test/support/setup/browser.js' };

export default {
  maxWorkers: 2,
  testTimeout: 60_000,
  reporters: ['default', 'summary', '<rootDir>/scripts/count-reporter.js'],
  projects: [
    project('unit', ['src/**/*.spec.{ts,tsx}']),
    project('tooling', ['test/tooling/**/*.spec.ts']),
    project('medium', ['test/medium/**/*.spec.{ts,tsx}'], services),
    project('e2e', ['test/e2e/**/*.spec.{ts,tsx}'], services),
    project('faults', ['test/faults/**/*.spec.ts'], services),
    project('browser', ['test/browser/**/*.spec.ts'], browser),
  ],
};

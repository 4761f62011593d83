import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addressOf, type BuiltProcess, startBuilt } from '../support/built-app.js';
import { type Location, newLocation } from '../support/locations.js';
import { WHOLE_SCHEMA } from '../support/schema.js';

const PROJECT = resolve(__dirname, '../..');

/** On the built app, because the descriptions come from a compiler plugin that does not run in tests. */
describe('the OpenAPI document', () => {
  let location: Location;
  let built: BuiltProcess;

  beforeAll(async () => {
    location = await newLocation('sqlite', WHOLE_SCHEMA);
    built = startBuilt('main.js', { ...location.variables });
  });
  afterAll(async () => {
    await built.end('SIGTERM');
    await location.remove();
  });

  it('is of version 3.1 and passes the linter without an error', async () => {
    const response = await fetch(`${await addressOf(built)}/api/openapi.json`);
    expect(response.status).toBe(200);
    const document = await response.text();
    expect(JSON.parse(document)).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./) });
    const file = join(location.settings.dataFolder, 'openapi.json');
    writeFileSync(file, document);
    const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const lint = spawnSync(join(PROJECT, 'node_modules/.bin/redocly'), ['lint', '--format', 'stylish', file], {
      cwd: location.settings.dataFolder,
      encoding: 'utf8',
      env: environment,
    });
    expect({ status: lint.status, problems: lint.status === 0 ? '' : lint.stdout + lint.stderr }).toEqual({ status: 0, problems: '' });
  });
});

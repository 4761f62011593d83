import { addressOf, type BuiltProcess, startBuilt } from '../support/built-app.js';
import { onEveryDatabase } from '../support/databases.js';
import { type Location, newLocation } from '../support/locations.js';
import { WHOLE_SCHEMA } from '../support/schema.js';

/** Mistakes of ES modules compile, pass every other test and throw only when the built files are loaded. */
onEveryDatabase((_open, dialect) => {
  let location: Location;
  let built: BuiltProcess | undefined;

  beforeEach(async () => {
    location = await newLocation(dialect, WHOLE_SCHEMA);
  });
  afterEach(async () => {
    if (built?.process.exitCode === null) await built.end('SIGKILL');
    await location.remove();
  });

  it('starts as built, is ready, and ends cleanly on SIGTERM', async () => {
    built = startBuilt('main.js', { ...location.variables });
    const url = await addressOf(built);
    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ ready: true, database: true });
    expect(await built.end('SIGTERM')).toBe(0);
  });
});

describe('a mistake in the settings', () => {
  it('is a sentence and exit code 1, not a stack trace', async () => {
    const built = startBuilt('main.js', { PORT: 'many', REDIS_URL: 'redis://127.0.0.1:1' });
    expect(await built.ended()).toBe(1);
    expect(built.output()).toContain('PORT must be a whole number from 0 to 65535.');
    expect(built.output()).toContain('REDIS_URL needs DATABASE_URL');
    expect(built.output()).not.toMatch(/^\s+at /m);
  });
});

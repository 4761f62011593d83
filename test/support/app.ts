import type { INestApplicationContext } from '@nestjs/common';
import { createApp, createWorker } from '../../src/app.js';
import { Clock } from '../../src/platform/clock.js';
import { Settings, settingsFrom } from '../../src/platform/config/index.js';
import { type Dialect, newLocation } from './locations.js';
import { WHOLE_SCHEMA } from './schema.js';

export interface AppOptions {
  /** SQLite unless said otherwise. */
  readonly dialect?: Dialect;
  /** With Redis (needs PostgreSQL) a worker is started as well, in this process. */
  readonly redisUrl?: string;
  /** The time of the app, and of its worker. */
  readonly clock?: Clock;
  /** Environment variables on top of those of the tests. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** The whole app of one test, on a database of its own. */
export interface RunningApp {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** To `get()` what a test wants to look at. */
  readonly module: INestApplicationContext;
  readonly settings: Settings;
  close(): Promise<void>;
}

/** Starts the whole app on a free loopback port, migrated and empty. The caller closes it, or the suite hangs. */
export async function startApp({ dialect = 'sqlite', redisUrl, clock, variables = {} }: AppOptions = {}): Promise<RunningApp> {
  const location = await newLocation(dialect, WHOLE_SCHEMA);
  const settings = settingsFrom({ ...location.variables, ...(redisUrl ? { REDIS_URL: redisUrl } : {}), ...variables });
  const started: INestApplicationContext[] = [];
  const close = async (): Promise<void> => {
    for (const part of started.splice(0).reverse()) await part.close();
    await location.remove();
  };
  try {
    const app = await createApp(settings);
    started.push(app);
    if (redisUrl) started.push(await createWorker(settings));
    if (clock) for (const part of started) part.get(Clock, { strict: false }).now = () => clock.now();
    await app.listen(0, '127.0.0.1');
    for (const part of started) part.get(Settings, { strict: false }).publicUrl ||= await app.getUrl();
    return { url: await app.getUrl(), module: app, settings, close };
  } catch (error) {
    await close();
    throw error;
  }
}

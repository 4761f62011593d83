import { setTimeout as pause } from 'node:timers/promises';

/** How long, in milliseconds, something that has happened is written down again and again while the database is away. */
const PATIENCE_MS = 60_000;

/**
 * Writes down what has happened and would happen again if it were not: a database that is away is waited for, up to a
 * minute. Then the last error is thrown.
 */
export async function insist<T>(write: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (let wait = 50; ; wait = Math.min(wait * 2, 2000)) {
    try {
      return await write();
    } catch (error) {
      if (performance.now() + wait > giveUpAt) throw error;
      await pause(wait);
    }
  }
}

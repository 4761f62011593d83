import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds that statements may take of one turn of the event loop before everybody else is served. */
const LONG = 10;

/**
 * Notices that one turn of the event loop has lasted long. Statements of SQLite never wait for anything: without a pause,
 * what fifty requests compute between their statements would be one turn of some seconds, and the health check would wait.
 */
export class Breath {
  private began: number | undefined;

  /** `now` in milliseconds. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Resolves at once, or in the next turn when this one has lasted long. For one caller at a time. */
  async whenDue(): Promise<void> {
    if (this.began !== undefined && this.now() - this.began >= LONG) await nextTurn();
    if (this.began !== undefined) return;
    this.began = this.now();
    setImmediate(() => {
      this.began = undefined;
    });
  }
}

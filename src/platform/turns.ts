import { setImmediate } from 'node:timers/promises';

/**
 * Lets callers go on one after another, in the order in which they came, each in its own turn of the event loop. What
 * takes a few milliseconds on the processor is harmless once, but fifty at the same time would keep everybody else
 * waiting, the health check among them: between two of these callers all others are served.
 */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** Resolves when it is the caller's turn: what it does before it next waits for something has the turn for itself. */
  next(): Promise<void> {
    const turn = this.last.then(() => setImmediate());
    this.last = turn;
    return turn;
  }
}

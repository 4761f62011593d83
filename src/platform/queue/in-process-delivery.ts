import type { JobRunner } from '../outbox/index.js';
import type { Delivery, HandOver } from './delivery.js';

/** How many jobs run at once in a process without Redis. */
const CONCURRENCY = 4;

/** Runs the jobs here, a few at a time, in the order in which they were due. */
export class InProcessDelivery implements Delivery {
  private readonly waiting = new Set<string>();
  private active = 0;

  constructor(private readonly runner: JobRunner) {}

  hand(jobs: readonly HandOver[]): Promise<void> {
    for (const { id } of jobs) this.waiting.add(id);
    while (this.active < CONCURRENCY && this.waiting.size > 0) this.next();
    return Promise.resolve();
  }

  reachable(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async close(): Promise<void> {
    this.waiting.clear();
    await this.runner.idle();
  }

  private next(): void {
    const [id] = this.waiting;
    if (id === undefined) return;
    this.waiting.delete(id);
    this.active += 1;
    void this.runner
      .run(id)
      .catch(() => undefined) // a database that cannot be reached: the job stays pending and is handed over again
      .finally(() => {
        this.active -= 1;
        this.next();
      });
  }
}

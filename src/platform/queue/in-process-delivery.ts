import type { JobRunner } from '../outbox/index.js';
import type { Delivery, HandOver, QueueLoad } from './delivery.js';

/** How many jobs run at once in a process without Redis. */
const CONCURRENCY = 4;
/** How many jobs wait here; the others wait in the outbox, where other processes see them. */
const ROOM = 200;

/** Runs the jobs here, a few at a time, in the order in which they were due. */
export class InProcessDelivery implements Delivery {
  private readonly waiting = new Set<string>();
  private active = 0;
  private closed = false;

  constructor(private readonly runner: JobRunner) {}

  room(): Promise<number> {
    return Promise.resolve(this.closed ? 0 : ROOM - this.waiting.size);
  }

  hand(jobs: readonly HandOver[]): Promise<void> {
    for (const { id } of jobs) this.waiting.add(id);
    while (this.active < CONCURRENCY && this.waiting.size > 0) this.next();
    return Promise.resolve();
  }

  reachable(): Promise<boolean> {
    return Promise.resolve(true);
  }

  load(): Promise<QueueLoad> {
    return Promise.resolve({ waiting: this.waiting.size, running: this.active, workers: 1 });
  }

  async close(): Promise<readonly string[]> {
    this.closed = true;
    const left = [...this.waiting];
    this.waiting.clear();
    await this.runner.idle();
    return left;
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

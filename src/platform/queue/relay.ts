import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Settings } from '../config/index.js';
import { Jobs } from '../outbox/index.js';
import type { Delivery } from './delivery.js';
import { DueJobs } from './due-jobs.js';
import { TimeWatch } from './time-watch.js';

export const DELIVERY = Symbol('delivery');

/** How often due jobs are looked for when nothing announces them. */
const SWEEP_MS = 1000;
/** How many jobs one look takes. */
const BATCH = 500;

/**
 * Hands due jobs to the delivery, and hands again what a queue lost or a worker dropped. Any number of processes may
 * do so at once.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('relay');
  private readonly watch: TimeWatch;
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private stopListening: () => void = () => undefined;
  private sweptAt = performance.now();
  private repairDue: 'clock-was-put-back' | 'start' | undefined = 'start';
  private idleOnlyUntil = 0;

  constructor(
    private readonly due: DueJobs,
    private readonly jobs: Jobs,
    clock: Clock,
    private readonly settings: Settings,
    @Inject(DELIVERY) private readonly delivery: Delivery,
  ) {
    this.watch = new TimeWatch(clock);
  }

  onApplicationBootstrap(): void {
    this.stopListening = this.jobs.onEnqueued(() => this.wake());
    this.timer = setInterval(() => this.wake(), SWEEP_MS);
    this.wake();
  }

  /** What was taken and cannot be begun here any more is given back, so that the next process need not wait for it. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    this.stopListening();
    await this.sweeping;
    const left = await this.delivery.close();
    await this.due.giveBack(left).catch(() => undefined);
  }

  /** Milliseconds since the last look that went well, or since the start: the heartbeat of the service. */
  silence(): number {
    return performance.now() - this.sweptAt;
  }

  /** Looks for due jobs now. Calls that arrive meanwhile are served by one more look. */
  wake(): void {
    if (this.stopped) return;
    if (this.sweeping !== undefined) {
      this.again = true;
      return;
    }
    this.sweeping = this.sweep()
      .then(() => {
        this.sweptAt = performance.now();
      })
      .catch((error: unknown) => {
        this.again = false; // what is away now is asked again by the timer, not at once
        this.logger.warn({ event: 'sweep-failed', failure: error instanceof Error ? error.name : 'unknown' });
      })
      .finally(() => {
        this.sweeping = undefined;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
  }

  private async sweep(): Promise<void> {
    await this.heedJumps();
    for (let room = await this.delivery.room(); room > 0 && !this.stopped; ) {
      const most = Math.min(BATCH, room);
      const taken = await this.due.take(most, performance.now() < this.idleOnlyUntil);
      if (taken.length === 0) return;
      try {
        await this.delivery.hand(taken);
      } catch (error) {
        await this.due.giveBack(taken.map(({ id }) => id));
        throw error;
      }
      if (taken.length < most) return;
      room -= taken.length;
    }
  }

  /**
   * After a jump of the clock, leases that look over may be alive: they get time to be renewed. Moments written by a clock
   * that ran ahead are freed.
   */
  private async heedJumps(): Promise<void> {
    const jump = this.watch.jump();
    if (jump !== 0) {
      this.logger.warn({ event: 'clock-jumped', milliseconds: jump });
      this.idleOnlyUntil = performance.now() + this.settings.jobLeaseSeconds * 500;
    }
    if (jump < 0) this.repairDue = 'clock-was-put-back';
    if (this.repairDue === undefined) return;
    await this.due.repair(this.repairDue === 'clock-was-put-back');
    this.repairDue = undefined;
  }
}

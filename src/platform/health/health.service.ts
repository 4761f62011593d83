import { Inject, Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/index.js';
import { OutboxJob } from '../outbox/index.js';
import { DELIVERY, type Delivery, Relay } from '../queue/index.js';

/** A job that is due for longer than this, and not done, means that something does not run. */
const OVERDUE_MS = 120_000;
/** A relay that looked for jobs longer ago than this has stopped. */
const SILENT_MS = 15_000;

/** What an operator wants to know first. `ready` is false when requests would fail; `alarms` name what needs somebody. */
export interface Readiness {
  readonly ready: boolean;
  readonly database: boolean;
  readonly queue: boolean;
  readonly overdueJobs: number;
  readonly deadJobs: number;
  readonly alarms: readonly ('database-away' | 'queue-away' | 'relay-silent' | 'jobs-overdue' | 'jobs-dead')[];
}

@Injectable()
export class Health {
  constructor(
    private readonly database: Database,
    private readonly relay: Relay,
    private readonly clock: Clock,
    @Inject(DELIVERY) private readonly delivery: Delivery,
  ) {}

  /** With the queue away the service still takes requests: nothing is lost, it is delivered later. */
  async readiness(): Promise<Readiness> {
    const [jobs, queue] = await Promise.all([this.jobs(), this.delivery.reachable()]);
    const alarms: Readiness['alarms'] = [
      ...(jobs ? [] : (['database-away'] as const)),
      ...(queue ? [] : (['queue-away'] as const)),
      ...(jobs && this.relay.silence() > SILENT_MS ? (['relay-silent'] as const) : []),
      ...(jobs && jobs.overdue > 0 ? (['jobs-overdue'] as const) : []),
      ...(jobs && jobs.dead > 0 ? (['jobs-dead'] as const) : []),
    ];
    return { ready: jobs !== null, database: jobs !== null, queue, overdueJobs: jobs?.overdue ?? 0, deadJobs: jobs?.dead ?? 0, alarms };
  }

  private async jobs(): Promise<{ overdue: number; dead: number } | null> {
    try {
      const outbox = this.database.read.getRepository(OutboxJob);
      const overdue = await outbox.countBy({ state: 'pending', dueAt: LessThan(this.clock.iso(-OVERDUE_MS)) });
      return { overdue, dead: await outbox.countBy({ state: 'dead' }) };
    } catch {
      return null;
    }
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { DELIVERY, type Delivery, Relay } from '../queue/index.js';
import { Alarms } from './alarm-sources.js';
import { JobAlarms } from './job-alarms.js';

/** A relay that looked for jobs longer ago than this has stopped. */
const SILENT_MS = 15_000;

/** What an operator wants to know first. `ready` is false when requests would fail; `alarms` name what needs somebody. */
export interface Readiness {
  readonly ready: boolean;
  readonly database: boolean;
  readonly queue: boolean;
  readonly overdueJobs: number;
  readonly deadJobs: number;
  /** Milliseconds since this process looked for due jobs: its heartbeat, once a second when all is well. */
  readonly relaySilentFor: number;
  /** `database-away`, `queue-away`, `relay-silent`, and those of every part that can sound one: `jobs-overdue`, `jobs-dead`, `notices-late` … */
  readonly alarms: readonly string[];
}

@Injectable()
export class Health {
  constructor(
    private readonly relay: Relay,
    private readonly jobAlarms: JobAlarms,
    private readonly alarms: Alarms,
    @Inject(DELIVERY) private readonly delivery: Delivery,
  ) {}

  /** With the queue away the service still takes requests: nothing is lost, it is delivered later. */
  async readiness(): Promise<Readiness> {
    const [seen, queue] = await Promise.all([this.seen(), this.delivery.reachable()]);
    const alarms = [
      ...(seen ? [] : ['database-away']),
      ...(queue ? [] : ['queue-away']),
      ...(seen && this.relay.silence() > SILENT_MS ? ['relay-silent'] : []),
      ...(seen?.sounding ?? []),
    ];
    const { overdue = 0, dead = 0 } = seen ?? {};
    const relaySilentFor = Math.round(this.relay.silence());
    return { ready: seen !== null, database: seen !== null, queue, overdueJobs: overdue, deadJobs: dead, relaySilentFor, alarms };
  }

  /** Null when the database does not answer. */
  private async seen() {
    try {
      return { ...(await this.jobAlarms.counts()), sounding: await this.alarms.sounding() };
    } catch {
      return null;
    }
  }
}

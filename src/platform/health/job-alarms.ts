import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/index.js';
import { OutboxJob, OVERDUE_MS } from '../outbox/index.js';
import { type AlarmSource, RaisesAlarms } from './alarm-sources.js';

/** Counts the jobs that somebody has to look after. */
@Injectable()
@RaisesAlarms()
export class JobAlarms implements AlarmSource {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async counts(): Promise<{ overdue: number; dead: number }> {
    const outbox = this.database.read.getRepository(OutboxJob);
    const overdue = await outbox.countBy({ state: 'pending', dueAt: LessThan(this.clock.iso(-OVERDUE_MS)) });
    return { overdue, dead: await outbox.countBy({ state: 'dead' }) };
  }

  async alarms(): Promise<readonly string[]> {
    const { overdue, dead } = await this.counts();
    return [...(overdue > 0 ? ['jobs-overdue'] : []), ...(dead > 0 ? ['jobs-dead'] : [])];
  }
}

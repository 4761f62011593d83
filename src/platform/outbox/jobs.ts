import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { afterCommit, newId, type Tx } from '../database/index.js';
import type { JobDefinition, JobPayload } from './job.js';
import { STATEMENTS } from './job-statements.js';
import { OutboxJob } from './outbox-job.entity.js';

/** When a job is due, and under which key it exists once. */
export interface EnqueueOptions {
  /** ISO moment; now when left out. */
  readonly at?: string;
  readonly key?: string;
}

/** The door through which a service asks for work after its transaction. */
@Injectable()
export class Jobs {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly clock: Clock) {}

  /** Writes the job in the caller's transaction. With a key that exists already, nothing is written. */
  async enqueue<P extends JobPayload>(tx: Tx, job: JobDefinition<P>, payload: P, options: EnqueueOptions = {}): Promise<void> {
    const now = this.clock.iso();
    const dueAt = options.at ?? now;
    const times = { dueAt, handAt: dueAt, createdAt: now };
    const row = { id: newId(), name: job.name, payload, key: options.key ?? null, state: 'pending' as const, attempts: 0, handovers: 0 };
    const insert = tx
      .createQueryBuilder()
      .insert()
      .into(OutboxJob)
      .values({ ...row, ...times });
    await (options.key === undefined ? insert : insert.orIgnore()).updateEntity(false).execute();
    this.announceAfterCommit(options.at);
  }

  /** The same for many jobs of one kind, with one statement. */
  async enqueueAll<P extends JobPayload>(
    tx: Tx,
    job: JobDefinition<P>,
    payloads: readonly P[],
    { at }: Pick<EnqueueOptions, 'at'> = {},
  ): Promise<void> {
    const now = this.clock.iso();
    const rows = payloads.map((payload) => ({ id: newId(), payload: JSON.stringify(payload) }));
    const dialect = tx.dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
    await tx.query(STATEMENTS[dialect].write, [JSON.stringify(rows), job.name, at ?? now, now]);
    this.announceAfterCommit(at);
  }

  /** Calls back soon after a job that is due at once was committed by this process. Returns how to stop that. */
  onEnqueued(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private announceAfterCommit(at: string | undefined): void {
    if (at !== undefined && at > this.clock.iso()) return;
    afterCommit(() => {
      for (const listener of this.listeners) listener();
    });
  }
}

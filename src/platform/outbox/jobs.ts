import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { afterCommit, newId, type Tx } from '../database/index.js';
import type { JobDefinition, JobPayload } from './job.js';
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
    const row = {
      id: newId(),
      name: job.name,
      payload,
      key: options.key ?? null,
      state: 'pending' as const,
      dueAt: options.at ?? now,
      handAt: options.at ?? now,
      attempts: 0,
      handovers: 0,
      createdAt: now,
    };
    const insert = tx.createQueryBuilder().insert().into(OutboxJob).values(row);
    await (options.key === undefined ? insert : insert.orIgnore()).updateEntity(false).execute();
    if (row.dueAt <= now) afterCommit(() => this.announce());
  }

  /** Calls back soon after a job that is due at once was committed by this process. Returns how to stop that. */
  onEnqueued(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private announce(): void {
    for (const listener of this.listeners) listener();
  }
}

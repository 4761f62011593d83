import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Settings } from '../config/index.js';
import { Batch } from './batch.js';
import { insist } from './insist.js';
import { backOffMs, definedJobs, failureOf, PermanentFailure, type RunAgain } from './job.js';
import { JobHandlers } from './job-handlers.js';
import { type ClaimedJob, JobStore } from './job-store.js';
import { Slots } from './slots.js';

/** How a run ended, for whoever measures. */
export type Outcome = 'done' | 'failed' | 'dead';

/** A job whose runs all end without a word, because each takes its process down, is given up at this many times its tries. */
const DEATHS = 3;
/** How many handlers of a process run at once. More jobs are begun and ended together, because that is cheap; a mail server is not. */
const HANDLERS = 50;

/** Why a run did not succeed, and whether it was the last. */
interface Failure {
  readonly failure: string;
  readonly forGood: boolean;
}

/** Runs one job of the outbox, however it was delivered, and writes down how it went. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger('jobs');
  private readonly running = new Set<Promise<void>>();
  private readonly alive = new Set<ClaimedJob>();
  private readonly slots = new Slots(HANDLERS);
  private readonly claims: Batch<string, ClaimedJob>;
  private readonly finishes: Batch<string, true>;
  private readonly returns: Batch<ClaimedJob, true>;
  private heart: NodeJS.Timeout | undefined;
  private observe: (job: string, seconds: number, outcome: Outcome) => void = () => undefined;

  constructor(
    private readonly store: JobStore,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {
    this.claims = new Batch((ids) => this.store.claim(ids));
    this.finishes = new Batch((ids) => this.store.finish(ids));
    this.returns = new Batch((jobs) => this.store.giveBack(jobs));
  }

  /** Does nothing when the job is done, given up, not due, unknown here, or being run elsewhere. Never throws for a failing handler. */
  run(id: string): Promise<void> {
    const work = this.claimAndRun(id).finally(() => this.running.delete(work));
    this.running.add(work);
    return work;
  }

  /** From now on nothing is begun: jobs that wait for a handler are given back, so that another process can take them at once. */
  stop(): void {
    this.slots.close();
  }

  /** Resolves when what is running now has ended. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  /** Tells how long each run took, and how it ended; one listener. */
  onRun(observe: (job: string, seconds: number, outcome: Outcome) => void): void {
    this.observe = observe;
  }

  private async claimAndRun(id: string): Promise<void> {
    const job = await this.claims.do(id);
    if (!job) return;
    this.keepAlive(job);
    try {
      if (await this.slots.enter()) await this.runHere(job);
      else await this.returns.do(job);
    } finally {
      this.letDie(job);
    }
  }

  private async runHere(job: ClaimedJob): Promise<void> {
    const began = performance.now();
    const end = await this.handle(job).finally(() => this.slots.leave());
    const outcome = await this.writeDown(job, end);
    this.observe(job.name, (performance.now() - began) / 1000, outcome);
  }

  /** Resolves with nothing when it is done. */
  private async handle({ id, name, payload, attempts }: ClaimedJob): Promise<Failure | RunAgain | undefined> {
    const tries = definedJobs().find((job) => job.name === name)?.attempts ?? 1;
    if (attempts > tries * DEATHS) return { failure: 'ProcessDied', forGood: true };
    try {
      const end = await this.handlers.of(name)(payload, { id, attempt: attempts, last: attempts >= tries });
      return typeof end?.againAt === 'string' ? end : undefined;
    } catch (error) {
      return { failure: failureOf(error), forGood: error instanceof PermanentFailure || attempts >= tries };
    }
  }

  private async writeDown(job: ClaimedJob, end: Failure | RunAgain | undefined): Promise<Outcome> {
    if (end && 'failure' in end) return this.failed(job, end);
    await insist<unknown>(() => (end ? this.store.postpone(job, end) : this.finishes.do(job.id)));
    return 'done';
  }

  private async failed(job: ClaimedJob, { failure, forGood }: Failure): Promise<Outcome> {
    this.logger.warn({ job: job.name, id: job.id, attempt: job.attempts, failure, forGood });
    await insist(() => this.store.fail(job, { failure, retryAt: forGood ? null : this.clock.iso(backOffMs(job.attempts)) }));
    return forGood ? 'dead' : 'failed';
  }

  private keepAlive(job: ClaimedJob): void {
    this.alive.add(job);
    this.heart ??= setInterval(() => void this.store.keep([...this.alive]).catch(() => undefined), this.settings.jobLeaseSeconds * 250);
  }

  private letDie(job: ClaimedJob): void {
    this.alive.delete(job);
    if (this.alive.size > 0) return;
    clearInterval(this.heart);
    this.heart = undefined;
  }
}

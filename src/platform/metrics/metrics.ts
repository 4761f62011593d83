import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/index.js';
import { Health } from '../health/index.js';
import { type JobCounts, JobOverview, JobRunner } from '../outbox/index.js';
import { DELIVERY, type Delivery } from '../queue/index.js';

/** From a row that is read to a job that waits for a slow mail server, in seconds. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const JOB_STATES = ['scheduled', 'due', 'overdue', 'retrying', 'dead'] as const satisfies readonly (keyof JobCounts)[];

/**
 * What a Prometheus reads: jobs, runs, requests, connections, the heart of this process. Labels are names of jobs, patterns of
 * routes, states and alarms; never an id, an address or anything about a person.
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly jobs = this.gauge('hra_jobs', 'Jobs that are not done, by name and state', ['job', 'state']);
  private readonly lag = this.gauge('hra_outbox_lag_seconds', 'For how long the job that has been due longest is due');
  private readonly silence = this.gauge('hra_relay_silence_seconds', 'Since this process last looked for due jobs');
  private readonly queue = this.gauge('hra_queue_deliveries', 'Deliveries between outbox and handlers, of up to ten jobs each', ['state']);
  private readonly workers = this.gauge('hra_queue_workers', 'Processes that take jobs');
  private readonly alarms = this.gauge('hra_alarm', 'An alarm that sounds is 1', ['alarm']);
  private readonly connections = this.gauge('hra_database_connections', 'The pool of this process on PostgreSQL', ['state']);
  private readonly runs = this.histogram('hra_job_duration_seconds', 'Runs of jobs in this process', ['job', 'outcome']);
  private readonly requests = this.histogram('hra_http_request_duration_seconds', 'Answered requests', ['method', 'route', 'status']);

  constructor(
    private readonly health: Health,
    private readonly overview: JobOverview,
    private readonly database: Database,
    @Inject(DELIVERY) private readonly delivery: Delivery,
    runner: JobRunner,
  ) {
    collectDefaultMetrics({ register: this.registry });
    runner.onRun((job, seconds, outcome) => this.runs.observe({ job, outcome }, seconds));
  }

  /** Counts every answered request by the pattern of its route. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
      this.requests.observe(labels, reply.elapsedTime / 1000);
      done();
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** The text that is read. What cannot be asked right now is left out; the alarms say why. */
  async text(): Promise<string> {
    await Promise.all([this.readHealth(), this.readJobs(), this.readQueue()]);
    for (const [state, count] of Object.entries(this.database.connections() ?? {})) this.connections.set({ state }, count);
    return this.registry.metrics();
  }

  private async readHealth(): Promise<void> {
    const { alarms, relaySilentFor } = await this.health.readiness();
    this.silence.set(relaySilentFor / 1000);
    this.alarms.reset();
    for (const alarm of alarms) this.alarms.set({ alarm }, 1);
  }

  private async readJobs(): Promise<void> {
    const read = await Promise.all([this.overview.counts(false), this.overview.lag()]).catch(() => null);
    this.jobs.reset();
    for (const counts of read?.[0] ?? []) for (const state of JOB_STATES) this.jobs.set({ job: counts.name, state }, counts[state]);
    if (read) this.lag.set(read[1] / 1000);
  }

  private async readQueue(): Promise<void> {
    const load = await this.delivery.load().catch(() => null);
    this.queue.reset();
    this.workers.reset();
    if (!load) return;
    this.queue.set({ state: 'waiting' }, load.waiting);
    this.queue.set({ state: 'running' }, load.running);
    this.workers.set(load.workers);
  }

  private gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  private histogram(name: string, help: string, labelNames: string[]): Histogram {
    return new Histogram({ name, help, labelNames, buckets: BUCKETS, registers: [this.registry] });
  }
}

import { Injectable, type OnModuleInit, SetMetadata } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { definedJobs, type JobDefinition, type JobPayload, type JobRun, type RunAgain } from './job.js';

const HANDLES = 'hra:handles';

export type JobHandler = (payload: JobPayload, run: JobRun) => Promise<RunAgain | undefined>;

/** Marks the method that does this job. It may run twice, and reads the present state first. It resolves with nothing, or with when to run again. */
export function Handles<P extends JobPayload>(job: JobDefinition<P>): MethodDecorator {
  return SetMetadata(HANDLES, job.name);
}

/** Finds the handler of each job; the application does not start when one has none or two. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private readonly handlers = new Map<string, JobHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) if (instance) this.register(instance as Record<string, unknown>);
    const orphans = definedJobs().filter(({ name }) => !this.handlers.has(name));
    if (orphans.length > 0) throw new Error(`No handler for the job ${orphans.map(({ name }) => name).join(', ')}.`);
  }

  /** Throws when nothing handles the job: a row written by a newer version of the program. */
  of(name: string): JobHandler {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`No handler for the job ${name}.`);
    return handler;
  }

  private register(instance: Record<string, unknown>): void {
    const prototype: unknown = Object.getPrototypeOf(instance);
    if (!prototype || typeof prototype !== 'object') return;
    for (const method of this.scanner.getAllMethodNames(prototype)) {
      const body = instance[method];
      if (typeof body !== 'function') continue;
      const name: unknown = Reflect.getMetadata(HANDLES, body);
      if (typeof name !== 'string') continue;
      if (this.handlers.has(name)) throw new Error(`The job ${name} has two handlers.`);
      this.handlers.set(name, body.bind(instance) as JobHandler);
    }
  }
}

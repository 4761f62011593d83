export { defineJob, type JobDefinition, type JobPayload, type JobRun, PermanentFailure } from './job.js';
export { Handles } from './job-handlers.js';
export { JobRunner, LEASE_MS } from './job-runner.js';
export { type EnqueueOptions, Jobs } from './jobs.js';
export { OutboxModule } from './outbox.module.js';
export { OutboxJob, type OutboxState } from './outbox-job.entity.js';

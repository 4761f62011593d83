export { insist } from './insist.js';
export {
  defineJob,
  type JobDefinition,
  type JobPayload,
  type JobRun,
  LONGEST_BACK_OFF_MS,
  PermanentFailure,
  type RunAgain,
} from './job.js';
export { Handles } from './job-handlers.js';
export { type JobCounts, JobOverview, OVERDUE_MS } from './job-overview.js';
export { JobRunner, type Outcome } from './job-runner.js';
export { STATEMENTS } from './job-statements.js';
export { handAgainMs } from './job-store.js';
export { type EnqueueOptions, Jobs } from './jobs.js';
export { OutboxModule } from './outbox.module.js';
export { OutboxJob, type OutboxState } from './outbox-job.entity.js';

import { defineJob } from '../../platform/outbox/index.js';

/** Deletes what nobody needs any more. One job for the whole service, which goes on for ever. */
export const tidyUp = defineJob<Record<string, never>>('operations.tidy-up');

import { defineJob } from '../../../platform/outbox/index.js';

/** Checks a file that was handed in, and imports it when that was confirmed. */
export const importRoster = defineJob<{ importId: string }>('roster.import', { attempts: 4 });

import { defineJob } from '../../../../platform/outbox/index.js';

/** Runs when the time of the stage that a request is in has run out. Carries its id only; where it stands is read when it runs. */
export const stageDue = defineJob<{ requestId: string }>('surge.stage-due', { attempts: 8 });

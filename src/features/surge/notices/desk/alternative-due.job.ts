import { defineJob } from '../../../../platform/outbox/index.js';

/** Runs when the time to arrange what an office took up has run out. Carries its id only; what became of it is read when it runs. */
export const alternativeDue = defineJob<{ alternativeId: string }>('surge.alternative-due', { attempts: 8 });

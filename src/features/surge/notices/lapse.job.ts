import { defineJob } from '../../../platform/outbox/index.js';

/** Runs at the deadline of an offer. Carries its id only; what became of it is read when it runs. */
export const lapseOffer = defineJob<{ offerId: string }>('surge.offer-lapse', { attempts: 8 });

import { defineJob } from '../../../platform/outbox/index.js';

/** Runs some time before the deadline of an offer, and reminds whoever has not answered. */
export const remindOffer = defineJob<{ offerId: string }>('surge.offer-reminder', { attempts: 8 });
/** Runs some time before the deadline of a release, and reminds the agency. */
export const remindRelease = defineJob<{ releaseId: string }>('surge.release-reminder', { attempts: 8 });
/** Runs at the deadline of a release. */
export const expireRelease = defineJob<{ releaseId: string }>('surge.release-overdue', { attempts: 8 });
/** Runs when somebody's place has become firm, and closes other offers to them for the same days. */
export const closeOverlaps = defineJob<{ offerId: string }>('surge.offer-overlaps', { attempts: 8 });
/** Looks again whether somebody on the rosters matches a request that nobody matched. Asks for itself while nobody does. */
export const watchMatches = defineJob<{ requestId: string }>('surge.match-watch', { attempts: 8 });

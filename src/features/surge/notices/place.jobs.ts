import { defineJob } from '../../../platform/outbox/index.js';

/** A place became certain: whoever keeps missions begins one. */
export const placeFirm = defineJob<{ offerId: string }>('surge.place-firm');

/** A request was stood down: missions that had not begun are cancelled with it. */
export const placesCancelled = defineJob<{ requestId: string }>('surge.places-cancelled');

/** An office has somebody who can sign in now: whoever keeps missions tells them which wait for a rating. */
export const officeArrived = defineJob<{ accountId: string; country: string }>('surge.office-arrived');

import { defineNotice } from '../../notices/index.js';

const desk = { page: { path: '/surge', permission: 'surge:read' } } as const;

/** To an expert: a mission is offered. */
export const offerMade = defineNotice('surge.offer-made', { title: 'Offer of a mission', ...desk });
/** To an expert: an open offer was taken back. */
export const offerWithdrawn = defineNotice('surge.offer-withdrawn', { title: 'An offer taken back', ...desk });
/** To an expert: the acceptance was recorded. */
export const missionConfirmed = defineNotice('surge.mission-confirmed', { title: 'An acceptance confirmed to the expert', ...desk });
/** To an expert: a mission accepted before will not take place. */
export const missionCancelled = defineNotice('surge.mission-cancelled', { title: 'A mission cancelled', ...desk });
/** To officers and the requesting office: somebody accepted. */
export const seatTaken = defineNotice('surge.seat-taken', { title: 'An offer accepted', ...desk });
/** To officers: somebody declined or did not answer in time, and who could be asked next. */
export const offerNotTaken = defineNotice('surge.offer-not-taken', { title: 'An offer declined or lapsed', ...desk });
/** To officers: the requesting office submitted, answered or stood down. */
export const requestMoved = defineNotice('surge.request-moved', { title: 'News of a request', ...desk });
/** To the requesting office: the desk decided or asks. */
export const requestDecided = defineNotice('surge.request-decided', { title: 'A decision on a request', ...desk });

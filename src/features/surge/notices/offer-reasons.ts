import { defineNotice } from '../../notices/index.js';

const desk = { page: { path: '/surge', permission: 'surge:read' } } as const;

/** To an expert: an offer has not been answered, and its deadline is near. */
export const offerReminder = defineNotice('surge.offer-reminder', { title: 'A reminder of an offer', ...desk });
/** To an expert: another offer was closed, because they go on a mission on some of its days. */
export const offerOverlaps = defineNotice('surge.offer-overlaps', { title: 'An offer closed for another mission', ...desk });
/** To an expert: the acceptance was recorded, and the agency's release is awaited. */
export const acceptanceHeld = defineNotice('surge.acceptance-held', { title: 'An acceptance that waits for a release', ...desk });
/** To an expert: the agency does not release them. */
export const releaseNotGiven = defineNotice('surge.release-not-given', { title: 'A release not given, to the expert', ...desk });
/** To an expert: the desk has answered a question. */
export const questionAnswered = defineNotice('surge.question-answered', { title: 'A question answered', ...desk });
/** To officers: an expert asks something before answering. */
export const questionAsked = defineNotice('surge.question-asked', { title: 'A question of an expert', ...desk });
/** To officers: somebody accepted, and the agency's release is awaited. */
export const placeHeld = defineNotice('surge.place-held', { title: 'A place held until a release', ...desk });
/** To officers: an agency does not release an expert, and who could be asked next. */
export const releaseRefused = defineNotice('surge.release-refused', { title: 'A release refused', ...desk });
/** To officers: an expert goes on another mission on some of the days, and who could be asked next. */
export const expertElsewhere = defineNotice('surge.expert-elsewhere', { title: 'An expert goes on another mission', ...desk });
/** To officers: an agency has not answered in time. */
export const releaseOverdue = defineNotice('surge.release-overdue', { title: 'A release overdue', ...desk });
/** To officers: somebody now matches a request that nobody matched. */
export const matchFound = defineNotice('surge.match-found', { title: 'Somebody matches now', ...desk });
/** To a focal point: a release is asked. */
export const releaseAsked = defineNotice('surge.release-asked', { title: 'A release asked', ...desk });
/** To a focal point: a release is still awaited, and its deadline is near. */
export const releaseReminder = defineNotice('surge.release-reminder', { title: 'A reminder of a release', ...desk });
/** To a focal point: a release that was asked or granted is no longer needed. */
export const releaseClosed = defineNotice('surge.release-closed', { title: 'A release no longer needed', ...desk });

import { defineNotice } from '../../../notices/index.js';

const desk = { page: { path: '/surge', permission: 'surge:read' } } as const;

/** To the other side of a request: somebody wrote in its thread. Its detail is the line of the history. */
export const messageWritten = defineNotice('surge.message-written', { title: 'A message about a request', ...desk });
/** To officers: a stage has used up its time. Its detail is the stage. */
export const stageOverdue = defineNotice('surge.stage-overdue', { title: 'A stage of a request overdue', ...desk });
/** To an officer: a colleague handed a request over. Its detail is the line of the history. */
export const handedOver = defineNotice('surge.handed-over', { title: 'A request handed over', ...desk });
/** To officers: an approval waits for a second person. Its detail is the line of the history. */
export const confirmationAsked = defineNotice('surge.confirmation-asked', { title: 'An approval to confirm', ...desk });
/** To whoever has the request: the office has answered what was offered instead of the mission. Its detail is the alternative's row. */
export const alternativeAnswered = defineNotice('surge.alternative-answered', { title: 'An answer to what was offered instead', ...desk });
/** To officers: what an office took up is not arranged in time. Its detail is the alternative's row. */
export const alternativeOverdue = defineNotice('surge.alternative-overdue', { title: 'Support taken up and not arranged', ...desk });
/** To the office: who helps, and until when, is on the page. Its detail is the alternative's row. */
export const alternativeArranged = defineNotice('surge.alternative-arranged', { title: 'Support arranged', ...desk });

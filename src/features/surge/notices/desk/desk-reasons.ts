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

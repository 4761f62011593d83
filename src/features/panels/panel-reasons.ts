import { defineNotice } from '../notices/index.js';

const panels = { page: { path: '/panels', permission: 'panels:read' } } as const;

/** To a member: you are invited to rate. */
export const panelInvited = defineNotice('panel.invited', { title: 'An invitation to a panel', ...panels });
/** To whoever keeps the record: a member described a conflict of interest. Its detail is the member's account. */
export const conflictDeclared = defineNotice('panel.conflict-declared', { title: 'A conflict of interest on a panel', ...panels });
/** To the other members: a decision waits for a second person. */
export const decisionToConfirm = defineNotice('panel.decision-to-confirm', { title: "A panel's decision to confirm", ...panels });

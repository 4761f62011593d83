import type { SurgeState } from '../../../core/surge.js';
import { ARRANGED } from '../../../core/surge-alternatives.js';
import type { AlternativeView } from '../surge-alternatives.dto.js';

type Answered = Pick<AlternativeView, 'alternative' | 'state' | 'followUp'>;

/** What comes next, and who owes it. */
const NEXT_WORDS: Readonly<Record<SurgeState, string>> = {
  draft: 'The requesting office completes and submits it. The desk does not see drafts.',
  submitted: 'An officer of the surge desk takes it under review.',
  'under-review': 'The surge desk approves or declines it, or asks for more information.',
  'more-information': 'The requesting office answers. The clock stands still until then.',
  confirming: 'A second officer confirms the approval, or sends it back with a reason. Policy asks for two persons here.',
  approved: 'The surge desk starts the matching.',
  declined: 'Nothing more. A new request can be made.',
  'stood-down': 'Nothing more. A new request can be made.',
  matching: 'The surge desk decides to whom the mission is offered.',
  offered: 'The experts who were asked answer by their deadlines.',
  filled: 'The surge desk records the deployment when the experts are on the ground.',
  deployed: 'The mission runs. The surge desk records its completion.',
  completed: 'The surge desk closes the request.',
  closed: 'Nothing more.',
};

/** What comes next: that an answer is owed where one is while the desk goes on, and what was offered instead where there is something. */
export function nextText(
  { state, pausedAt }: { readonly state: SurgeState; readonly pausedAt: string | null },
  alternatives: readonly Answered[] = [],
): string {
  if (state === 'declined') return afterDeclining(alternatives);
  const next = NEXT_WORDS[state];
  if (pausedAt === null || state === 'more-information') return next;
  return `The requesting office answers what the desk asked; the clocks stand still until then. Meanwhile, ${next.charAt(0).toLowerCase()}${next.slice(1)}`;
}

/** The desk does not see drafts. */
function isUnwritten(followUp: Answered['followUp']): boolean {
  return followUp === null || followUp.state === 'draft';
}

/** Who owes what of that which was offered instead. */
function afterDeclining(alternatives: readonly Answered[]): string {
  const open = [
    alternatives.some(({ state }) => state === 'offered') ? 'The requesting office answers what is offered instead.' : '',
    alternatives.some(({ alternative, state }) => state === 'taken-up' && ARRANGED.includes(alternative))
      ? 'The surge desk arranges the support that was taken up.'
      : '',
    alternatives.some(
      ({ state, alternative, followUp }) => state === 'taken-up' && !ARRANGED.includes(alternative) && isUnwritten(followUp),
    )
      ? 'The requesting office completes the request for the technical mission.'
      : '',
  ].filter(Boolean);
  return open.length === 0 ? NEXT_WORDS.declined : `${open.join(' ')} A new request can be made as well.`;
}

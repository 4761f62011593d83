import type { ContextFlag, NeedSource, Recency } from '../../../core/needs.js';
import type { Action, Response } from '../../../core/upr.js';

export const FLAG_NAMES: Readonly<Record<ContextFlag, string>> = {
  'undaf-roll-out': 'UNDAF roll-out',
  'upr-follow-up': 'UPR follow-up',
  'post-conflict': 'Post-conflict',
  'humanitarian-emergency': 'Humanitarian emergency',
  elections: 'Elections',
  disaster: 'Disaster',
  'hrddp-risk': 'HRDDP risk',
};

export const RESPONSE_NAMES: Readonly<Record<Response, string>> = { accepted: 'accepted', noted: 'noted' };

/** `0` stands for a missing category. */
export const ACTION_NAMES: Readonly<Record<Action | 0, string>> = {
  0: 'no action category',
  1: 'minimal action',
  2: 'continuing action',
  3: 'considering action',
  4: 'general action',
  5: 'specific action',
};

export const RECENCY_NAMES: Readonly<Record<Recency, string>> = {
  'under-12': 'fewer than 12 sessions back',
  'under-24': '12 to 23 sessions back',
  older: '24 or more sessions back',
};

export const SOURCE_NAMES: Readonly<Record<NeedSource, string>> = {
  none: 'Nothing stated yet',
  upr: 'UPR',
  hand: 'Entered by hand',
  'upr-and-hand': 'UPR, corrected by hand',
};

/** `1` → `1 recommendation`, `1234` → `1,234 recommendations`. */
export function recommendationsText(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'recommendation' : 'recommendations'}`;
}

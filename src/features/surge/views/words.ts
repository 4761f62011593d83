import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../core/languages.js';
import type { GateVerdict } from '../../../core/matching/index.js';
import type { OfferState } from '../../../core/offers.js';
import type { LanguageNeed } from '../../../core/requirement.js';
import {
  type FundingSource,
  SEVERITIES,
  type Severity,
  type SurgeState,
  type SurgeStep,
  URGENCIES,
  type Urgency,
} from '../../../core/surge.js';
import type { Obstacle } from '../../../core/surge-availability.js';
import { QUEUE_TERMS, type QueueMove, type QueueTerm } from '../../../core/surge-queue.js';
import { GATE_NAMES } from '../../../web/criteria.js';
import { dayText, type Tone } from '../../../web/index.js';
import type { SurgeEventKind } from '../entities/surge-event.entity.js';
import type { ClockView } from '../surge-view.dto.js';

export const STATE_WORDS: Readonly<Record<SurgeState, string>> = {
  draft: 'Draft',
  submitted: 'Submitted',
  'under-review': 'Under review',
  'more-information': 'More information asked',
  confirming: 'Waits for a second officer',
  approved: 'Approved',
  declined: 'Declined',
  'stood-down': 'Stood down',
  matching: 'Being matched',
  offered: 'Offers out',
  filled: 'All places filled',
  deployed: 'Deployed',
  completed: 'Completed',
  closed: 'Closed',
};

export const STATE_TONES: Readonly<Record<SurgeState, Tone>> = {
  draft: 'neutral',
  submitted: 'accent',
  'under-review': 'accent',
  'more-information': 'warning',
  confirming: 'warning',
  approved: 'good',
  declined: 'danger',
  'stood-down': 'neutral',
  matching: 'accent',
  offered: 'accent',
  filled: 'good',
  deployed: 'good',
  completed: 'good',
  closed: 'neutral',
};

/** How a request stands, to be said to anybody. */
export const PUBLIC_STATE_WORDS: Readonly<Record<SurgeState, string>> = {
  draft: 'the request is being written.',
  submitted: 'the request has been submitted and is about to be looked at.',
  'under-review': 'the request is being looked at.',
  'more-information': 'the request is being looked at.',
  confirming: 'the request is being looked at by a second person.',
  approved: 'the request has been approved, and experts are about to be looked for.',
  declined: 'the request has not been approved.',
  'stood-down': 'the request has been withdrawn.',
  matching: 'experts are being looked for.',
  offered: 'experts have been asked and are answering.',
  filled: 'all experts are found, and the mission is being prepared.',
  deployed: 'the mission has begun.',
  completed: 'the mission has ended.',
  closed: 'the mission has ended and everything about it is done.',
};

/** On a tag beside the state, where the state does not say it. */
export const OWES_WORDS = 'The office owes an answer';

export const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  immediate: 'Immediate: on the ground within 72 hours',
  urgent: 'Urgent: within 7 days',
  planned: 'Planned: within 30 days',
};
export const URGENCY_SHORT: Readonly<Record<Urgency, string>> = { immediate: 'Immediate', urgent: 'Urgent', planned: 'Planned' };
export const URGENCY_TONES: Readonly<Record<Urgency, Tone>> = { immediate: 'danger', urgent: 'warning', planned: 'neutral' };

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  1: '1 – limited',
  2: '2 – serious',
  3: '3 – grave',
  4: '4 – very grave',
  5: '5 – mass atrocities possible',
};

export const FUNDING_WORDS: Readonly<Record<FundingSource, string>> = {
  undecided: 'Not decided yet',
  interagency: 'With the interagency expert',
  mdtf: 'Multi-donor trust fund',
  contingency: 'Contingency support of the trust fund',
  'requesting-unct': 'Requesting country team',
  ohchr: 'OHCHR',
};

export const STEP_WORDS: Readonly<Record<SurgeStep, string>> = {
  submit: 'Submit',
  review: 'Take under review',
  ask: 'Ask for more information',
  answer: 'Send the answer',
  'go-on': 'Go on without the answer',
  approve: 'Approve',
  propose: 'Propose the approval',
  confirm: 'Confirm the approval',
  reconsider: 'Send it back',
  decline: 'Decline',
  'stand-down': 'Stand down',
  match: 'Start matching',
  offer: 'Offer',
  reopen: 'Back to matching',
  fill: 'Fill',
  deploy: 'Record deployment',
  complete: 'Record completion',
  close: 'Close',
};

export const EVENT_WORDS: Readonly<Record<SurgeEventKind, string>> = {
  begun: 'Draft begun',
  edited: 'Draft changed',
  moved: 'Moved in the queue',
  submit: 'Submitted',
  review: 'Taken under review',
  ask: 'More information asked',
  answer: 'Information given',
  'go-on': 'Goes on without the information',
  wrote: 'Message',
  taken: 'Taken by an officer',
  'handed-over': 'Handed over',
  'alternative-taken-up': 'What was offered instead is taken up',
  'alternative-turned-down': 'What was offered instead is not taken up',
  'alternative-arranged': 'Support arranged',
  approve: 'Approved',
  propose: 'Approval proposed to a second officer',
  confirm: 'Approval confirmed',
  reconsider: 'Approval sent back',
  decline: 'Declined',
  'stand-down': 'Stood down',
  match: 'Matching started',
  offer: 'Offers sent',
  reopen: 'Back to matching: nobody is being asked and a place is free',
  fill: 'All places filled',
  deploy: 'Deployed',
  complete: 'Completed',
  close: 'Closed',
  'offer-sent': 'Offer written',
  'offer-accepted': 'Offer accepted',
  'offer-declined': 'Offer declined',
  'offer-lapsed': 'Offer lapsed',
  'offer-withdrawn': 'Offer taken back',
  'question-asked': 'An expert asks a question',
  'question-answered': 'A question answered',
  'release-asked': 'Release asked from the agency',
  'release-granted': 'Released by the agency',
  'release-refused': 'Release refused by the agency',
  'release-overdue': 'The agency has not answered in time',
};

export const OFFER_WORDS: Readonly<Record<OfferState, string>> = {
  sent: 'Waiting for an answer',
  accepted: 'Accepted',
  declined: 'Declined',
  lapsed: 'Lapsed',
  withdrawn: 'Taken back',
};
export const OFFER_TONES: Readonly<Record<OfferState, Tone>> = {
  sent: 'accent',
  accepted: 'good',
  declined: 'warning',
  lapsed: 'warning',
  withdrawn: 'neutral',
};

export const MOVE_WORDS: Readonly<Record<QueueMove, string>> = {
  first: 'Before all others',
  'as-ruled': 'Where the rule puts it',
  last: 'Behind all others',
};

/** A number that the place in the queue was made from, as a person says it: `severity 4 of 5`, `12.5 % of the clock used`. */
export function termText(term: QueueTerm, value: number): string {
  switch (term) {
    case 'move':
      return value === 2 ? 'moved before all others' : value === 0 ? 'moved behind all others' : 'not moved';
    case 'urgency':
      return URGENCY_SHORT[URGENCIES[URGENCIES.length - value] ?? 'planned'].toLowerCase();
    case 'severity':
      return `severity ${value} of ${SEVERITIES.length}`;
    case 'clock':
      return `${Math.floor(value / 10)}.${value % 10} % of the clock used`;
    case 'waiting':
      return `waiting ${durationText(value)}`;
  }
}

/** All of them in the order in which they are compared. */
export function termsText(terms: Readonly<Record<QueueTerm, number>>): string[] {
  const [first = '', ...rest] = QUEUE_TERMS.map((term) => termText(term, terms[term]));
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest];
}

/** Whole seconds as the two largest units: `2 d 4 h`, `3 h 12 min`, `0 min`. */
export function durationText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${rest} min` : `${rest} min`;
}

/** What the clock says, in one line. */
export function clockText(clock: ClockView): string {
  const left = clock.allowedSeconds - clock.usedSeconds;
  switch (clock.state) {
    case 'not-started':
      return `The clock of ${durationText(clock.allowedSeconds)} starts when the request is submitted.`;
    case 'paused':
      return `Stands still: the requesting office owes an answer. ${durationText(clock.usedSeconds)} of ${durationText(clock.allowedSeconds)} used.`;
    case 'stopped':
      return `Stopped after ${durationText(clock.usedSeconds)} of ${durationText(clock.allowedSeconds)}${clock.late ? ', late' : ''}.`;
    case 'running':
      return clock.late ? `Late by ${durationText(-left)}.` : `${durationText(left)} left of ${durationText(clock.allowedSeconds)}.`;
  }
}

/** Points 0 to 1,000,000 as 0.00 to 100.00, cut and never rounded. */
export function scoreText(points: number): string {
  const hundredths = Math.floor(points / 100);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

export function languageText({ language, level }: LanguageNeed): string {
  return `${LANGUAGES[language]} (${LANGUAGE_LEVEL_NAMES[level]})`;
}

/** Why somebody cannot go, in words. */
export function obstacleText(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'reserved':
      return `reserved from ${dayText(obstacle.period.from)} to ${dayText(obstacle.period.to)}`;
    case 'unavailable':
      return `not available from ${dayText(obstacle.period.from)} to ${dayText(obstacle.period.to)}`;
    case 'membership-ends':
      return `membership ends on ${dayText(obstacle.until)}`;
    case 'no-membership':
      return 'no active membership on the first day';
  }
}

/** A requirement that is not met, and how far the person is from it. */
export function unmetText({ gate, reason }: GateVerdict): string {
  if (reason.code === 'days')
    return `${GATE_NAMES[gate]}: ${reason.have.toLocaleString('en-US')} of ${reason.need.toLocaleString('en-US')} days`;
  if (reason.code === 'levels') {
    const short = reason.languages.filter((fact) => fact.have < fact.need);
    return `${GATE_NAMES[gate]}: ${short.map((fact) => `${LANGUAGES[fact.language]} ${LANGUAGE_LEVEL_NAMES[fact.need]}, has ${fact.have === 0 ? 'none stated' : LANGUAGE_LEVEL_NAMES[fact.have]}`).join('; ')}`;
  }
  return GATE_NAMES[gate];
}

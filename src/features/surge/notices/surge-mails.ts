import type { MailContent } from '../../../platform/mail/index.js';
import { dayText, momentText } from '../../../web/index.js';
import type { SurgeEventKind } from '../entities/surge-event.entity.js';
import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';

/**
 * The words of surge mails. Subjects name no country, mission or person. Mails to experts leave the place out as well: it is on
 * the page behind the link, because mail is read on locked screens and in other people's networks.
 */
const NO_ACCOUNT = 'You need no account and no password. The link is for you alone: please do not pass it on.';

const dates = (request: Pick<SurgeRequest, 'startsOn' | 'endsOn'>) => ({
  label: 'Dates',
  value: `${dayText(request.startsOn)} to ${dayText(request.endsOn)}`,
});
const dear = (name: string) => `Dear ${name},`;

export function offerMade(name: string, request: SurgeRequest, offer: SurgeOffer, url: string): MailContent {
  return {
    subject: 'A mission is offered to you: please answer',
    greeting: dear(name),
    paragraphs: [
      'The human rights surge desk asks whether you could go on a mission. Where it is and what you would do is on the page behind this link. Opening the page decides nothing; a click on it does.',
    ],
    facts: [dates(request), { label: 'Please answer by', value: momentText(offer.deadline) }],
    action: { label: 'Read the offer and answer', url },
    closing: [NO_ACCOUNT],
  };
}

export function offerWithdrawn(name: string, offer: SurgeOffer): MailContent {
  const why =
    offer.answerReason === 'filled'
      ? 'All the places of the mission that we offered to you have been taken by colleagues who answered before.'
      : 'The mission that we offered to you is no longer open.';
  return {
    subject: 'The offer to you has been closed',
    greeting: dear(name),
    paragraphs: [`${why} Nothing more is expected from you. Thank you for being ready; we will gladly ask you again.`],
  };
}

export function missionConfirmed(name: string, request: SurgeRequest): MailContent {
  return {
    subject: 'Your acceptance has been recorded',
    greeting: dear(name),
    paragraphs: [
      'Thank you. Your place is confirmed and your days are reserved. The surge desk will write to you about travel, security clearance and briefing.',
    ],
    facts: [dates(request), { label: 'Reference', value: request.reference }],
  };
}

export function missionCancelled(name: string, request: SurgeRequest): MailContent {
  return {
    subject: 'The mission will not take place',
    greeting: dear(name),
    paragraphs: ['The mission that you had accepted has been stood down. Your days are free again. Thank you for being ready.'],
    facts: [dates(request), { label: 'Reference', value: request.reference }],
  };
}

export function seatTaken(name: string, request: SurgeRequest, url: string): MailContent {
  const paragraph =
    request.state === 'offered' || request.state === 'matching'
      ? 'An expert has accepted one of the places. Others are still looked for.'
      : 'An expert has accepted, and all places are filled.';
  return {
    subject: 'An offer has been accepted',
    greeting: dear(name),
    paragraphs: [paragraph],
    facts: [{ label: 'Reference', value: request.reference }],
    action: { label: 'Open the request', url },
  };
}

export function offerNotTaken(
  name: string,
  about: { request: SurgeRequest; offer: SurgeOffer; next: number | null },
  url: string,
): MailContent {
  const what = about.offer.state === 'lapsed' ? 'An offer was not answered in time.' : 'An offer was declined.';
  const next =
    about.next === null
      ? 'Nobody else on the rosters is eligible and free on these dates. The page says what excludes most people.'
      : `The next proposed candidate has the roster number ${about.next}. Nobody has been asked: you decide.`;
  return {
    subject: 'An offer was not taken: please decide',
    greeting: dear(name),
    paragraphs: [`${what} ${next}`],
    facts: [{ label: 'Reference', value: about.request.reference }],
    action: { label: 'Open the request', url },
  };
}

interface Told {
  readonly kind: SurgeEventKind;
}

const MOVED: Partial<Record<SurgeEventKind, string>> = {
  submit: 'A new surge request has been submitted. Its clock is running.',
  answer: 'The requesting office has given the information that you asked for. The clock runs again.',
  'stand-down': 'The requesting office has stood a request down. Open offers were taken back.',
};

export function requestMoved(name: string, request: SurgeRequest, { kind }: Told, url: string): MailContent {
  return {
    subject: 'News of a surge request',
    greeting: dear(name),
    paragraphs: [MOVED[kind] ?? 'A surge request has changed.'],
    facts: [{ label: 'Reference', value: request.reference }],
    action: { label: 'Open the request', url },
  };
}

const DECIDED: Partial<Record<SurgeEventKind, string>> = {
  ask: 'The surge desk needs more information before it can decide. The clock stands still until you answer on the page.',
  approve: 'Your request has been approved. The surge desk now looks for experts who are free on the dates.',
  decline: 'Your request has been declined. The reason is on the page.',
  'stand-down': 'Your request has been stood down by the surge desk. The reason is on the page.',
  deploy: 'The mission has begun: the expert is deployed.',
};

export function requestDecided(name: string, request: SurgeRequest, { kind }: Told, url: string): MailContent {
  return {
    subject: 'A decision on your surge request',
    greeting: dear(name),
    paragraphs: [DECIDED[kind] ?? 'Your request has changed.'],
    facts: [{ label: 'Reference', value: request.reference }],
    action: { label: 'Open the request', url },
  };
}

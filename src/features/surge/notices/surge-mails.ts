import { missionUid } from '../../../core/mission-calendar.js';
import { dayIn, type MailCalendar, type MailContent, momentIn } from '../../../platform/mail/index.js';
import type { NoticeToCompose } from '../../notices/index.js';
import type { SurgeEventDetails, SurgeEventKind } from '../entities/surge-event.entity.js';
import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { SURGE_WORDS, type SurgeWords } from './wording/index.js';

/** Who reads the mail, and in which language. */
export type Reader = NoticeToCompose['recipient'];

/** What of a request its mails tell. */
export type ToldRequest = Pick<SurgeRequest, 'id' | 'reference' | 'startsOn' | 'endsOn' | 'urgency' | 'state'>;

interface Told {
  readonly kind: SurgeEventKind;
  readonly details?: SurgeEventDetails | null;
}

export function offerMade(to: Reader, request: ToldRequest, offer: Pick<SurgeOffer, 'deadline'>, url: string): MailContent {
  const { offerMade: words, labels } = SURGE_WORDS[to.language];
  return {
    ...opening(to, request),
    subject: words.subject,
    paragraphs: [words.text],
    facts: [dates(to, request), { label: labels.answerBy, value: momentIn(to.language, offer.deadline) }],
    action: { label: words.action, url },
    closing: [words.noAccount],
  };
}

export function offerWithdrawn(to: Reader, request: ToldRequest, offer: Pick<SurgeOffer, 'answerReason'>): MailContent {
  const words = SURGE_WORDS[to.language].offerWithdrawn;
  const why = offer.answerReason === 'filled' ? words.filled : words.closed;
  return { ...opening(to, request), subject: words.subject, paragraphs: [`${why} ${words.thanks}`], facts: [dates(to, request)] };
}

/** With the days for the reader's calendar. */
export function missionConfirmed(to: Reader, request: ToldRequest): MailContent {
  return aboutMission(to, request, SURGE_WORDS[to.language].missionConfirmed, 'publish');
}

/** Takes the days out of the reader's calendar. */
export function missionCancelled(to: Reader, request: ToldRequest): MailContent {
  return aboutMission(to, request, SURGE_WORDS[to.language].missionCancelled, 'cancel');
}

export function seatTaken(to: Reader, request: ToldRequest, url: string): MailContent {
  const words = SURGE_WORDS[to.language].seatTaken;
  const looking = request.state === 'offered' || request.state === 'matching';
  return aboutRequest(to, request, words.subject, looking ? words.someLeft : words.allFilled, url);
}

export function offerNotTaken(
  to: Reader,
  about: { request: ToldRequest; offer: Pick<SurgeOffer, 'state'>; next: number | null },
  url: string,
): MailContent {
  const words = SURGE_WORDS[to.language].offerNotTaken;
  const what = about.offer.state === 'lapsed' ? words.lapsed : words.declined;
  const next = about.next === null ? words.nobodyNext : words.next(about.next);
  return aboutRequest(to, about.request, words.subject, `${what} ${next}`, url);
}

export function requestMoved(to: Reader, request: ToldRequest, { kind }: Told, url: string): MailContent {
  const { subject, ...words } = SURGE_WORDS[to.language].requestMoved;
  return aboutRequest(to, request, subject, wordsFor(kind, words), url);
}

/** A decline says at once that something else is offered, where it is. */
export function requestDecided(to: Reader, request: ToldRequest, { kind, details }: Told, url: string): MailContent {
  const { subject, declinedWithMore, ...words } = SURGE_WORDS[to.language].requestDecided;
  const more = kind === 'decline' && (details?.alternatives?.length ?? 0) > 0;
  return aboutRequest(to, request, subject, more ? declinedWithMore : wordsFor(kind, words), url);
}

/** Immediate requests wait neither for the morning nor for the mail of the day. */
export function opening(to: Reader, request: ToldRequest): Pick<MailContent, 'language' | 'greeting' | 'urgent'> {
  return { language: to.language, greeting: SURGE_WORDS[to.language].greeting(to.name), urgent: request.urgency === 'immediate' };
}

function aboutRequest(to: Reader, request: ToldRequest, subject: string, paragraph: string, url: string): MailContent {
  return {
    ...opening(to, request),
    subject,
    paragraphs: [paragraph],
    facts: [reference(to, request)],
    action: { label: SURGE_WORDS[to.language].openRequest, url },
  };
}

function aboutMission(to: Reader, request: ToldRequest, words: SurgeWords['missionConfirmed'], kind: MailCalendar['kind']): MailContent {
  return {
    ...opening(to, request),
    subject: words.subject,
    paragraphs: [words.text, words.calendar],
    facts: [dates(to, request), reference(to, request)],
    calendar: {
      uid: missionUid(request.id, to.id),
      kind,
      summary: `${SURGE_WORDS[to.language].calendarTitle} ${request.reference}`,
      text: SURGE_WORDS[to.language].calendarText,
      days: { from: request.startsOn, to: request.endsOn },
    },
  };
}

export function dates(to: Reader, request: ToldRequest) {
  const { labels, period } = SURGE_WORDS[to.language];
  return { label: labels.dates, value: period(dayIn(to.language, request.startsOn), dayIn(to.language, request.endsOn)) };
}

export function reference(to: Reader, request: ToldRequest) {
  return { label: SURGE_WORDS[to.language].labels.reference, value: request.reference };
}

/** The sentence of a step, or the one for everything that has no sentence of its own. */
function wordsFor(kind: SurgeEventKind, words: { readonly other: string } & Partial<Record<SurgeEventKind, string>>): string {
  return words[kind] ?? words.other;
}

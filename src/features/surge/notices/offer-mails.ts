import { type MailContent, momentIn } from '../../../platform/mail/index.js';
import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRelease } from '../entities/surge-release.entity.js';
import { dates, opening, type Reader, reference, type ToldRequest } from './surge-mails.js';
import { COLLEAGUE_WORDS } from './wording/colleagues.js';
import { SURGE_WORDS } from './wording/index.js';
import { EXPERT_WORDS, type ExpertWords } from './wording/offers.js';

/** Mails to experts in their language. A deadline goes with what can still be answered. */
export function toExpert(
  to: Reader,
  request: ToldRequest,
  about: { says: Exclude<keyof ExpertWords, 'openOffer'>; offer?: Pick<SurgeOffer, 'deadline'>; url?: string },
): MailContent {
  const words = EXPERT_WORDS[to.language];
  const { labels, offerMade } = SURGE_WORDS[to.language];
  const { offer, url } = about;
  return {
    ...opening(to, request),
    subject: words[about.says].subject,
    paragraphs: [words[about.says].text],
    facts: [dates(to, request), ...(offer ? [{ label: labels.answerBy, value: momentIn(to.language, offer.deadline) }] : [])],
    ...(url ? { action: { label: words.openOffer, url }, closing: [offerMade.noAccount] } : {}),
    // Its time is short whatever the reader has set for other mails.
    ...(about.says === 'reminder' ? { urgent: true } : {}),
  };
}

/** To officers: one paragraph, and the request. `next` is whom one could ask next; null for nobody, left out where it does not matter. */
export function toOfficer(
  to: Reader,
  request: ToldRequest,
  about: {
    says: 'questionAsked' | 'placeHeld' | 'releaseRefused' | 'expertElsewhere' | 'releaseOverdue' | 'matchFound';
    next?: number | null;
  },
  url: string,
): MailContent {
  const { subject, text } = COLLEAGUE_WORDS[to.language][about.says];
  const { offerNotTaken, openRequest } = SURGE_WORDS[to.language];
  const next = about.next === undefined ? '' : ` ${about.next === null ? offerNotTaken.nobodyNext : offerNotTaken.next(about.next)}`;
  return {
    ...opening(to, request),
    subject,
    paragraphs: [`${text}${next}`],
    facts: [reference(to, request)],
    action: { label: openRequest, url },
  };
}

/** To a focal point: what is asked, by when, and the page; without a link where nothing is left to decide. */
export function toAgency(
  to: Reader,
  request: ToldRequest,
  about: { says: 'releaseAsked' | 'releaseReminder' | 'releaseClosed'; release: Pick<SurgeRelease, 'deadline'>; url: string },
): MailContent {
  const { openRelease, [about.says]: words } = COLLEAGUE_WORDS[to.language];
  const deadline = { label: SURGE_WORDS[to.language].labels.answerBy, value: momentIn(to.language, about.release.deadline) };
  return {
    ...opening(to, request),
    subject: words.subject,
    paragraphs: [words.text],
    facts: [dates(to, request), reference(to, request), ...(about.says === 'releaseClosed' ? [] : [deadline])],
    action: { label: openRelease, url: about.url },
  };
}

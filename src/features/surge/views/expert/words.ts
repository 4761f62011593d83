import type { ErrorCode } from '../../../../core/errors.js';
import type { LanguageLevel } from '../../../../core/languages.js';
import type { Withdrawal } from '../../../../core/offers.js';
import type { FormWords } from '../../../../web/index.js';

/** What can be refused to somebody who answers an offer or asks about it. */
export type OfferRefusal = Extract<ErrorCode, `offer.${string}` | 'reservation.overlap' | 'service.unavailable'>;

/**
 * Every word of the page behind the link in an offer, in one language. Each language fills all of it, or the program does not
 * compile. A `{name}` in braces is put in by the page, set apart from the direction of the text.
 */
export interface OfferPageWords extends FormWords {
  readonly titles: { readonly open: string; readonly ended: string };
  readonly intro: { readonly who: string; readonly why: string; readonly free: string };
  readonly answerBy: { readonly label: string; readonly left: string; readonly nothingYet: string };
  readonly mission: {
    readonly title: string;
    readonly country: string;
    readonly dates: string;
    /** `{first}` and `{last}`. */
    readonly period: string;
    readonly length: string;
    readonly away: string;
    readonly awayHint: string;
    readonly languages: string;
    readonly anyLanguage: string;
    readonly levels: Readonly<Record<LanguageLevel, string>>;
    readonly reference: string;
    readonly tasks: string;
    readonly hosting: string;
    /** Below what the office wrote, which stays in the language that it was written in. */
    readonly asWritten: string;
  };
  readonly security: {
    readonly title: string;
    readonly unsaid: string;
    readonly who: string;
    readonly clearance: string;
    readonly cover: string;
  };
  readonly next: {
    readonly title: string;
    readonly accept: string;
    /** `{agency}`. */
    readonly release: string;
    readonly decline: string;
    readonly silence: string;
    readonly after: string;
  };
  /** By `{agency}`. */
  readonly release: { readonly asked: string; readonly granted: string };
  readonly yes: { readonly title: string; readonly text: string; readonly button: string };
  readonly no: { readonly title: string; readonly text: string; readonly reason: string; readonly button: string };
  readonly outcome: {
    readonly accepted: string;
    readonly firm: string;
    readonly firmNext: string;
    /** `{agency}`. */
    readonly held: string;
    readonly stoodDown: string;
    readonly declined: string;
    readonly declinedThanks: string;
    /** `{deadline}`. */
    readonly lapsed: string;
    readonly withdrawn: Readonly<Record<Withdrawal, string>>;
    readonly nothingMore: string;
  };
  readonly questions: {
    readonly title: string;
    readonly asked: string;
    readonly waiting: string;
    readonly desk: string;
    readonly label: string;
    readonly hint: string;
    readonly button: string;
    /** `{address}`. */
    readonly write: string;
  };
  readonly problems: Readonly<Record<'answerMissing' | 'reasonTooLong' | 'questionMissing' | 'questionTooLong', string>>;
  readonly refusals: Readonly<Record<OfferRefusal, string>>;
}

import type { SurgeStep } from '../../../../core/surge.js';

/** Steps of the requesting office that the desk is told of in words of their own. */
export type ToldToDesk = Extract<SurgeStep, 'submit' | 'answer' | 'stand-down'>;
/** Steps of the desk that the requesting office is told of in words of their own. */
export type ToldToOffice = Extract<SurgeStep, 'ask' | 'go-on' | 'approve' | 'decline' | 'stand-down' | 'deploy'>;

/**
 * Every word of the surge mails in one language. Each language fills all of it, or the program does not compile. Subjects name
 * no country, mission or person. Mails to experts leave the place out as well: it is on the page behind the link, because mail
 * is read on locked screens and in other people's networks.
 */
export interface SurgeWords {
  readonly greeting: (name: string) => string;
  readonly labels: { readonly dates: string; readonly answerBy: string; readonly reference: string };
  /** From the first to the last day, both written in the language. */
  readonly period: (first: string, last: string) => string;
  readonly openRequest: string;
  /** The entry in the reader's calendar, which others may see. */
  readonly calendarTitle: string;
  readonly calendarText: string;
  readonly offerMade: { readonly subject: string; readonly text: string; readonly action: string; readonly noAccount: string };
  readonly offerWithdrawn: { readonly subject: string; readonly filled: string; readonly closed: string; readonly thanks: string };
  readonly missionConfirmed: { readonly subject: string; readonly text: string; readonly calendar: string };
  readonly missionCancelled: { readonly subject: string; readonly text: string; readonly calendar: string };
  readonly seatTaken: { readonly subject: string; readonly someLeft: string; readonly allFilled: string };
  readonly offerNotTaken: {
    readonly subject: string;
    readonly lapsed: string;
    readonly declined: string;
    readonly nobodyNext: string;
    /** The roster number of who could be asked next. */
    readonly next: (number: number) => string;
  };
  readonly requestMoved: { readonly subject: string; readonly other: string } & Readonly<Record<ToldToDesk, string>>;
  readonly requestDecided: { readonly subject: string; readonly other: string; readonly declinedWithMore: string } & Readonly<
    Record<ToldToOffice, string>
  >;
}

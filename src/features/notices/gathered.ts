import type { MailLanguage } from '../../core/mail-languages.js';
import type { MailContent } from '../../platform/mail/index.js';
import type { NoticeReason } from './reasons.js';
import { GATHERED_WORDS } from './wording.js';

/**
 * The notice of a mail that carries others. It is a line of the ledger like any other, with its own Message-ID, and is
 * composed of the notices that name it in `gatheredIn`.
 */
export const GATHERED: NoticeReason = { name: 'notices.gathered', title: 'News gathered in one mail', page: null };

/** One mail of several. A single piece of news stays the mail that it would have been. Null for none. */
export function gathered(to: { readonly name: string; readonly language: MailLanguage }, news: readonly MailContent[]): MailContent | null {
  const [only, second] = news;
  if (!only || !second) return only ?? null;
  const words = GATHERED_WORDS[to.language];
  return {
    language: to.language,
    subject: words.subject,
    greeting: words.greeting(to.name),
    paragraphs: [words.opening(news.length)],
    sections: news.map(({ subject, paragraphs, facts, action }) => ({ heading: subject, paragraphs, facts, action })),
    closing: [words.closing],
  };
}

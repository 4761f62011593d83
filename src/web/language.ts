import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { isMailLanguage, type MailLanguage } from '../core/mail-languages.js';
import { FRAME_WORDS, type FrameWords } from './frame-words.js';

/** The language that a page is written in; the desk's own pages are English. */
export const PageLanguage = createContext<MailLanguage>('en');

/** The words around the content, for components that stand on pages of every language. */
export function useFrameWords(): FrameWords {
  return FRAME_WORDS[useContext(PageLanguage)];
}

/** What was chosen on the page (`?language=fr`), where it is a language of ours; otherwise the one that is given. */
export function languageChosen(chosen: unknown, otherwise: MailLanguage): MailLanguage {
  return isMailLanguage(chosen) ? chosen : otherwise;
}

/**
 * The language for somebody of whom nothing is known: what the address says, else the first of ours that their browser asks for
 * (`ar-TN,fr;q=0.8`; browsers list the most wanted first), else English.
 */
export function languageOf({ url, accepts }: { readonly url: string; readonly accepts: string | undefined }): MailLanguage {
  const chosen = URL.parse(url, 'http://here')?.searchParams.get('language');
  const wanted = (accepts ?? '').split(',').map((range) => range.trim().slice(0, 2).toLowerCase());
  return languageChosen(chosen, wanted.find(isMailLanguage) ?? 'en');
}

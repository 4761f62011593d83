import type { MailLanguage } from '../../../../core/mail-languages.js';
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { OfferPageWords } from './words.js';

export type { OfferPageWords } from './words.js';

/** The words of the page behind the link in an offer, by language. */
export const OFFER_PAGE_WORDS: Readonly<Record<MailLanguage, OfferPageWords>> = { en, fr, es, ar };

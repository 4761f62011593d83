import type { MailLanguage } from '../../../../core/mail-languages.js';
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { SurgeWords } from './words.js';

export type { SurgeWords, ToldToDesk, ToldToOffice } from './words.js';

/** The words of the surge mails by language. */
export const SURGE_WORDS: Readonly<Record<MailLanguage, SurgeWords>> = { en, fr, es, ar };

import type { MailLanguage } from '../../src/core/mail-languages.js';
import { PASSWORD_WORDS } from '../../src/features/accounts/password/password-words.js';
import { MISSION_WORDS } from '../../src/features/missions/mission-words.js';
import { REPORT_PAGE_WORDS } from '../../src/features/missions/views/report-words.js';
import { GATHERED_WORDS } from '../../src/features/notices/wording.js';
import { PANEL_WORDS } from '../../src/features/panels/panel-words.js';
import { DESK_WORDS } from '../../src/features/surge/notices/desk/desk-words.js';
import { COLLEAGUE_WORDS } from '../../src/features/surge/notices/wording/colleagues.js';
import { SURGE_WORDS } from '../../src/features/surge/notices/wording/index.js';
import { EXPERT_WORDS } from '../../src/features/surge/notices/wording/offers.js';
import { OFFER_PAGE_WORDS } from '../../src/features/surge/views/expert/index.js';
import { FRAME_WORDS } from '../../src/web/frame-words.js';

/** Every table of words that mails and the pages of experts are written with. */
export const TABLES: Readonly<Record<string, Readonly<Record<MailLanguage, object>>>> = {
  SURGE_WORDS,
  EXPERT_WORDS,
  COLLEAGUE_WORDS,
  DESK_WORDS,
  MISSION_WORDS,
  PANEL_WORDS,
  GATHERED_WORDS,
  FRAME_WORDS,
  OFFER_PAGE_WORDS,
  REPORT_PAGE_WORDS,
  PASSWORD_WORDS,
};

/** Every text of a table by its path; what is a function is called with a name, days or a number of the kind. */
export function texts(table: object, path = ''): (readonly [path: string, text: string])[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'function') return [[here, String(value(17, 18))] as const];
    return typeof value === 'string' ? [[here, value] as const] : texts(value as object, here);
  });
}

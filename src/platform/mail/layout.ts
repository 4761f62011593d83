import { directionOf, type MailLanguage } from '../../core/mail-languages.js';
import type { MailCalendar } from './calendar.js';

/**
 * What a mail says, apart from how it looks: short paragraphs, then facts, then one thing to do. Plain text and HTML are
 * made from the same content, so that they cannot say different things.
 */
export interface MailContent {
  /** Says what kind of mail it is and nothing else: no country, no mission, no person. Subjects are seen on locked screens. */
  readonly subject: string;
  /** `Dear Amina Example,` */
  readonly greeting?: string;
  readonly paragraphs: readonly string[];
  readonly facts?: readonly MailFact[];
  /** The one thing to do. The address opens a page that changes nothing by itself. */
  readonly action?: MailAction;
  /** Several pieces of news in one mail, each with its own thing to do. */
  readonly sections?: readonly MailSection[];
  /** Small print below all else. */
  readonly closing?: readonly string[];
  /** What it is written in; English unless told. Decides the direction as well. */
  readonly language?: MailLanguage;
  /** Days that the reader's calendar is to hold or to forget. */
  readonly calendar?: MailCalendar;
  /** It waits neither for the morning nor for the mail of the day, whatever the reader has set. */
  readonly urgent?: boolean;
}

/** One of several pieces of news. */
export interface MailSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly facts?: readonly MailFact[] | undefined;
  readonly action?: MailAction | undefined;
}

export interface MailAction {
  readonly label: string;
  readonly url: string;
}

export interface MailFact {
  readonly label: string;
  readonly value: string;
}

/** Between a label and its value; French sets a narrow space before it that does not break. */
const COLON: Readonly<Record<MailLanguage, string>> = { en: ': ', fr: '\u202f: ', es: ': ', ar: ': ' };
const FONT = 'font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5';

/** The content as plain text, lines unwrapped so that every reader wraps them to its own width. */
export function mailText(content: MailContent): string {
  const colon = COLON[content.language ?? 'en'];
  const sections = (content.sections ?? []).flatMap((section) => [`* ${section.heading}`, ...bodyText(section, colon)]);
  const parts = [content.greeting ?? '', ...bodyText(content, colon), ...sections, ...(content.closing ?? [])];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

type Body = Pick<MailSection, 'paragraphs' | 'facts' | 'action'>;

function bodyText({ paragraphs, facts = [], action }: Body, colon: string): string[] {
  const lines = facts.map((fact) => `${fact.label}${colon}${fact.value}`).join('\n');
  return [...paragraphs, lines, action ? `${action.label}${colon.trimEnd()}\n${action.url}` : ''];
}

/**
 * The content as one small HTML document, laid out in the direction of its language (said twice, because some readers drop
 * the outermost elements): no images, no scripts, no tracking, no remote files. It sets no colours but
 * the border of the button, so that light and dark readers both show it readably.
 */
export function mailHtml(content: MailContent): string {
  const language = content.language ?? 'en';
  const direction = directionOf(language);
  return [
    `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(content.subject)}</title></head>`,
    `<body style="margin:0;padding:16px;${FONT}"><div lang="${language}" dir="${direction}" style="max-width:600px;margin:0 auto">`,
    content.greeting ? paragraph(content.greeting) : '',
    ...bodyHtml(content, direction),
    ...(content.sections ?? []).flatMap((section) => [heading(section.heading), ...bodyHtml(section, direction)]),
    ...(content.closing ?? []).map((text) => `<p style="font-size:14px">${escapeHtml(text)}</p>`),
    '</div></body></html>',
  ].join('\n');
}

function bodyHtml({ paragraphs, facts = [], action }: Body, direction: 'ltr' | 'rtl'): string[] {
  return [...paragraphs.map(paragraph), factTable(facts, direction), action ? button(action) : ''];
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function heading(text: string): string {
  return `<h2 style="font-size:18px;margin:32px 0 0;padding-top:16px;border-top:1px solid">${escapeHtml(text)}</h2>`;
}

/** Sides are named for each direction, because many mail readers do not know the words start and end. Values stand in isolation. */
function factTable(facts: readonly MailFact[], direction: 'ltr' | 'rtl'): string {
  if (facts.length === 0) return '';
  const side = direction === 'ltr' ? 'text-align:left;padding:4px 16px 4px 0' : 'text-align:right;padding:4px 0 4px 16px';
  const rows = facts.map((fact) => {
    const label = `<th scope="row" style="${side};vertical-align:top;font-weight:bold">${escapeHtml(fact.label)}</th>`;
    return `<tr>${label}<td style="padding:4px 0"><bdi>${escapeHtml(fact.value)}</bdi></td></tr>`;
  });
  return `<table style="border-collapse:collapse;${FONT}">${rows.join('')}</table>`;
}

/** A link that looks like a button, and its address in plain sight below, for readers that do not show links. */
function button(action: MailAction): string {
  const url = escapeHtml(webAddress(action.url));
  const style = 'display:inline-block;padding:12px 20px;border:2px solid;border-radius:4px;font-weight:bold';
  return `<p><a href="${url}" style="${style}">${escapeHtml(action.label)}</a></p><p style="font-size:14px;word-break:break-all"><bdi dir="ltr">${url}</bdi></p>`;
}

/** Only http and https may become a link; anything else is a programming mistake and throws a TypeError. */
function webAddress(url: string): string {
  if (!/^https?:\/\//.test(url)) throw new TypeError('A link in a mail must be an http or https address.');
  return url;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

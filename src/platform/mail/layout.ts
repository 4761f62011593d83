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
  readonly action?: { readonly label: string; readonly url: string };
  /** Small print below the action. */
  readonly closing?: readonly string[];
  /** BCP 47 tag of the language it is written in; English unless told. */
  readonly language?: string;
}

export interface MailFact {
  readonly label: string;
  readonly value: string;
}

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ps|prs|ur|dv|ku)(?:-|$)/;
const FONT = 'font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5';

/** The content as plain text, lines unwrapped so that every reader wraps them to its own width. */
export function mailText(content: MailContent): string {
  const facts = (content.facts ?? []).map((fact) => `${fact.label}: ${fact.value}`).join('\n');
  const action = content.action ? `${content.action.label}:\n${content.action.url}` : '';
  const parts = [content.greeting ?? '', ...content.paragraphs, facts, action, ...(content.closing ?? [])];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/**
 * The content as one small HTML document: no images, no scripts, no tracking, no remote files. It sets no colours but
 * the border of the button, so that light and dark readers both show it readably.
 */
export function mailHtml(content: MailContent): string {
  const language = content.language ?? 'en';
  const direction = RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  return [
    `<!doctype html><html lang="${escapeHtml(language)}" dir="${direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(content.subject)}</title></head>`,
    `<body style="margin:0;padding:16px;${FONT}"><div style="max-width:600px;margin:0 auto">`,
    content.greeting ? paragraph(content.greeting) : '',
    ...content.paragraphs.map(paragraph),
    factTable(content.facts ?? []),
    content.action ? button(content.action) : '',
    ...(content.closing ?? []).map((text) => `<p style="font-size:14px">${escapeHtml(text)}</p>`),
    '</div></body></html>',
  ].join('\n');
}

function factTable(facts: readonly MailFact[]): string {
  if (facts.length === 0) return '';
  const rows = facts.map((fact) => {
    const label = `<th scope="row" style="text-align:start;vertical-align:top;padding:4px 16px 4px 0;font-weight:bold">${escapeHtml(fact.label)}</th>`;
    return `<tr>${label}<td style="padding:4px 0">${escapeHtml(fact.value)}</td></tr>`;
  });
  return `<table style="border-collapse:collapse;${FONT}">${rows.join('')}</table>`;
}

/** A link that looks like a button, and its address in plain sight below, for readers that do not show links. */
function button(action: { readonly label: string; readonly url: string }): string {
  const url = escapeHtml(webAddress(action.url));
  const style = 'display:inline-block;padding:12px 20px;border:2px solid;border-radius:4px;font-weight:bold';
  return `<p><a href="${url}" style="${style}">${escapeHtml(action.label)}</a></p><p style="font-size:14px;word-break:break-all">${url}</p>`;
}

/** Only http and https may become a link; anything else is a programming mistake and throws a TypeError. */
function webAddress(url: string): string {
  if (!/^https?:\/\//.test(url)) throw new TypeError('A link in a mail must be an http or https address.');
  return url;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

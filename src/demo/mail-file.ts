/** A mail as a person reads it. */
export interface ReadMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** The plain text. */
  readonly text: string;
}

/** Reads the headers and the plain text of an .eml file as this desk writes them: two alternatives, or one text. */
export function readMailFile(source: string): ReadMail {
  const mail = partOf(source);
  const boundary = /boundary="?([^";]+)"?/.exec(mail.header('content-type'))?.[1];
  const parts =
    boundary === undefined
      ? [mail]
      : mail.body
          .split(`--${boundary}`)
          .slice(1, -1)
          .map((part) => partOf(part.replace(/^\r?\n/, '')));
  const plain = parts.find((part) => part.header('content-type').startsWith('text/plain'));
  return {
    from: words(mail.header('from')),
    to: words(mail.header('to')),
    subject: words(mail.header('subject')),
    text: plain ? decoded(plain.body, plain.header('content-transfer-encoding')) : '',
  };
}

function partOf(source: string): { header(name: string): string; readonly body: string } {
  const [head = '', ...body] = source.split(/\r?\n\r?\n/);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return {
    header: (name) =>
      lines
        .find((line) => line.toLowerCase().startsWith(`${name}:`))
        ?.slice(name.length + 1)
        .trim() ?? '',
    body: body.join('\n\n'),
  };
}

function decoded(body: string, encoding: string): string {
  if (encoding.toLowerCase() === 'base64') return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n').trim();
  const text = encoding.toLowerCase() === 'quoted-printable' ? quotedPrintable(body.replace(/=\r?\n/g, '')) : body;
  return text.replaceAll('\r\n', '\n').trim();
}

function quotedPrintable(text: string): string {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8');
}

/** Header text with its encoded words (`=?UTF-8?Q?…?=`) in clear. Words that touch belong together. */
function words(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : quotedPrintable(text.replaceAll('_', ' ')),
    );
}

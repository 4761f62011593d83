import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Clock } from '../clock.js';
import { Settings } from '../config/index.js';
import { PermanentFailure } from '../outbox/index.js';
import { calendarFile, type MailCalendar } from './calendar.js';
import { MailTurns } from './mail-turns.service.js';
import type { Addressee } from './recipients.js';

/** One mail to one person. */
export interface MailMessage {
  /** From `messageIdFor`: the same for every attempt, so that a mail sent twice is recognised as one. */
  readonly messageId: string;
  readonly to: Addressee;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Attached as a calendar file, and as a part that calendar programs read by themselves. */
  readonly calendar?: MailCalendar | undefined;
}

/** The mail server will never take this mail. `code` is `smtp-<reply code>` or `no-address`; there is no address in it. */
export class MailRefused extends PermanentFailure {
  constructor(readonly code: `smtp-${number}` | 'no-address') {
    super(`The mail server refused the mail for good (${code}).`);
  }
}

/** Each step of talking to the mail server ends after this many milliseconds, so that a silent server holds up nobody. */
const STEP_TIMEOUT_MS = 15_000;

/** No reader answers these mails by machine, and no attachment is ever read from a path or an address. */
const DEFAULTS = {
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  disableFileAccess: true,
  disableUrlAccess: true,
} as const;

/**
 * Sends mails: by SMTP when a server is set, and else as files into the folder `mail` of the data folder. Opens a
 * connection for each mail and closes it, so that there is nothing to close at shutdown.
 */
@Injectable()
export class Mailer {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly turns: MailTurns,
  ) {}

  /** From when on a mail to them may leave, in milliseconds; takes that turn. Without a mail server there is no limit. */
  turnOf(to: Addressee): Promise<number> {
    return this.settings.smtpUrl ? this.turns.take(to.email) : Promise.resolve(this.clock.now());
  }

  /** A Message-ID that depends on nothing but the id of what is sent and the sender's domain. */
  messageIdFor(id: string): string {
    return `<${id}@${this.domain()}>`;
  }

  /**
   * Resolves when the mail server has taken the mail, with its reply code (250), or with null when the mail was written as a
   * file. Throws MailRefused when trying again is pointless, and another error when it may help. No error contains an address.
   */
  async send(message: MailMessage): Promise<number | null> {
    if (this.settings.smtpUrl) return this.submit(message, this.settings.smtpUrl);
    await this.writeFile(message);
    return null;
  }

  private async submit(message: MailMessage, url: string): Promise<number> {
    const timeouts = {
      dnsTimeout: STEP_TIMEOUT_MS,
      connectionTimeout: STEP_TIMEOUT_MS,
      greetingTimeout: STEP_TIMEOUT_MS,
      socketTimeout: STEP_TIMEOUT_MS,
    };
    const transport = createTransport({ url, ...timeouts }, DEFAULTS);
    try {
      const { response } = await transport.sendMail(this.envelope(message));
      return Number(/^\d{3}/.exec(response)?.[0] ?? 250);
    } catch (error) {
      throw withoutAddress(error);
    } finally {
      transport.close();
    }
  }

  /** Written beside its final name and then renamed: whoever watches the folder never reads half a mail. */
  private async writeFile(message: MailMessage): Promise<void> {
    const built = await createTransport({ streamTransport: true, buffer: true }, DEFAULTS).sendMail(this.envelope(message));
    const folder = join(this.settings.dataFolder, 'mail');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `${this.clock.iso().replaceAll(':', '-')}-${message.messageId.replaceAll(/[^\w.@-]/g, '')}.eml`;
    await writeFile(join(folder, `.${name}.part`), built.message as Buffer, { mode: 0o600 });
    await rename(join(folder, `.${name}.part`), join(folder, name));
  }

  private envelope(message: MailMessage) {
    const { to, calendar, ...rest } = message;
    return {
      ...rest,
      from: this.settings.mailFrom,
      to: { name: to.name, address: to.email },
      date: new Date(this.clock.now()),
      ...(calendar && {
        icalEvent: {
          method: calendar.kind,
          filename: 'days.ics',
          content: calendarFile(calendar, this.clock.now(), this.domain()),
        },
      }),
    };
  }

  private domain(): string {
    return senderAddress(this.settings).split('@')[1] ?? 'localhost';
  }
}

/** The bare address that mails come from, which is also where people can write to: `desk@example.org`. */
export function senderAddress({ mailFrom }: Pick<Settings, 'mailFrom'>): string {
  return /[^<>@\s]+@[^<>@\s]+(?=>?$)/.exec(mailFrom)?.[0] ?? mailFrom;
}

/** Replies of mail servers repeat the address; what is logged and stored must not. */
function withoutAddress(error: unknown): Error {
  const {
    code = 'unknown',
    responseCode,
    command,
  } = error as { readonly code?: string; readonly responseCode?: number; readonly command?: string };
  // A server that does not take our sender address concerns every mail; somebody has to repair it, and then trying again helps.
  const concernsTheMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM';
  if (concernsTheMail && responseCode === undefined) return new MailRefused('no-address');
  if (concernsTheMail && responseCode !== undefined && responseCode >= 500) return new MailRefused(`smtp-${responseCode}`);
  return new Error(`The mail server cannot take the mail now (${responseCode === undefined ? code : `smtp-${responseCode}`}).`);
}

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server on a free loopback port that keeps what it is sent. */
export interface MailServer {
  readonly url: string;
  /** Every mail it took, read as a person's reader would, in the order of arrival. */
  readonly mails: readonly ParsedMail[];
  /** How often somebody named a recipient, whether it was taken or not. */
  readonly attempts: () => number;
  /** The reply codes to the next recipients, such as `[451, 451]`; after them everybody is accepted again. */
  refuse(codes: readonly number[]): void;
  /** The same to the next senders. */
  refuseSenders(codes: readonly number[]): void;
  close(): Promise<void>;
}

/** Started for one test; the caller closes it. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const refusals: number[] = [];
  const senderRefusals: number[] = [];
  let attempts = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom(_address, _session, callback) {
      const code = senderRefusals.shift();
      callback(code === undefined ? null : Object.assign(new Error('This sender is not known here'), { responseCode: code }));
    },
    onRcptTo(address, _session, callback) {
      attempts += 1;
      const code = refusals.shift();
      // Real servers repeat the address in their reply; whoever logs the reply logs the address.
      callback(code === undefined ? null : Object.assign(new Error(`<${address.address}> is not taken`), { responseCode: code }));
    },
    onData(stream, _session, callback) {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        callback();
      }, callback);
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    mails,
    attempts: () => attempts,
    refuse: (codes) => void refusals.push(...codes),
    refuseSenders: (codes) => void senderRefusals.push(...codes),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

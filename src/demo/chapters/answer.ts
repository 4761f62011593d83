import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Period } from '../../core/dates.js';
import { Reservations } from '../../features/deployments/index.js';
import { dayText, momentText } from '../../web/components/index.js';
import { DemoFailure, found, must } from '../demo-failure.js';
import { type ReadMail, readMailFile } from '../mail-file.js';
import { player, type Stage, service } from '../stage.js';
import { type Offered, offer } from './surge.js';
import { type NoticeSeen, notices, request } from './surge-api.js';

const OFFER_MADE = 'surge.offer-made';
/** Mails leave within a second; a demo that waits longer has found a fault. */
const PATIENCE_MS = 20_000;

/** The expert reads the mail, opens the link, accepts by a click; the days are held until the agency answers, and nobody can hold them twice. */
export async function acceptMission(stage: Stage, { requestId, secondId, expertId }: Offered): Promise<void> {
  const { terminal } = stage;
  const officer = player(stage, 'surge-officer').desk;

  terminal.chapter('The mail, as it was sent');
  const mail = await offerMail(stage, requestId);
  terminal.quote([`From: ${mail.from}`, `To: ${mail.to}`, `Subject: ${mail.subject}`, '', mail.text].join('\n'));
  const link = linkIn(stage, mail);
  await offer(stage, secondId, expertId);
  const secondLink = linkIn(stage, await offerMail(stage, secondId));
  terminal.say(
    'On the same day the officer also offers the other mission, on overlapping dates, to the same expert: that is allowed, as long as neither is accepted.',
  );

  terminal.chapter('The expert opens the link and accepts');
  const opened = await fetch(link);
  const page = await opened.text();
  must(opened.ok, `The page of the offer was answered with ${opened.status}.`);
  must(
    (await request(officer, requestId)).offers.some(({ expertId: id, state }) => id === expertId && state === 'sent'),
    'Opening the link has changed the offer.',
  );
  terminal.say('No password is asked for. Opening the link has changed nothing; the page shows:');
  terminal.quote(readable(page));
  const accepted = await answer(link, 'accept');
  must(accepted.status < 400, `Accepting was answered with ${accepted.status}: ${readable(await accepted.text())}`);
  const held = await request(officer, requestId);
  must(
    held.offers.some(({ standing }) => standing === 'awaiting-release'),
    'The acceptance does not wait for the release by the agency.',
  );
  terminal.done('A click on "accept": the place and the days are held until the agency releases the expert.');

  terminal.chapter('Nobody can be in two places');
  const refused = await answer(secondLink, 'accept');
  must(refused.status === 422, `Accepting a second mission on the same days was answered with ${refused.status}.`);
  terminal.say('The expert clicks "accept" in the second mail as well. The database itself refuses to hold days twice:');
  terminal.quote(readable(await refused.text()).split('\n')[1] ?? '');
  const { from, to } = await reservation(stage, expertId);
  terminal.done(`The expert is reserved from ${dayText(from)} to ${dayText(to)}, a day of travel each way included.`);
}

/** The one reservation of the expert; none or two end the demo. */
export async function reservation(stage: Stage, expertId: string): Promise<Period> {
  const held = (await service(stage, Reservations).of([expertId])).get(expertId) ?? [];
  must(held.length === 1, `The expert has ${held.length} reservations.`);
  return found(held[0], 'The days of the mission are not reserved.');
}

/** Everybody who was told something about the mission. */
export async function showLedger(stage: Stage, { requestId }: Offered): Promise<void> {
  const { terminal } = stage;
  terminal.chapter('Who was told what');
  const officer = player(stage, 'surge-officer').desk;
  const lines = await until('every notice has left', async () => {
    const all = await notices(officer, requestId);
    return all.some(({ state }) => state === 'expected' || state === 'queued') ? null : all;
  });
  terminal.table(
    ['To', 'Why', 'State', 'Expected', 'Sent'],
    [...lines]
      .reverse()
      .map((line) => [
        line.recipient ?? line.recipientKind,
        line.title,
        line.state,
        momentText(line.expectedAt),
        line.sentAt ? momentText(line.sentAt) : '–',
      ]),
  );
  must(
    lines.every(({ state }) => state === 'sent' || state === 'cancelled'),
    'A notice has failed.',
  );
  terminal.done(`${lines.filter(({ state }) => state === 'sent').length} notices were sent, none is missing.`);
}

/** The offer's mail from the file that was written instead of sending it, found by the notice in the ledger. */
async function offerMail(stage: Stage, requestId: string): Promise<ReadMail> {
  const officer = player(stage, 'surge-officer').desk;
  const notice = await until('the mail with the offer has left', async (): Promise<NoticeSeen | null> => {
    const line = (await notices(officer, requestId)).find(({ reason }) => reason === OFFER_MADE);
    must(line?.state !== 'failed' && line?.state !== 'cancelled', 'The mail with the offer was not sent.');
    return line?.state === 'sent' ? line : null;
  });
  const folder = join(stage.folder, 'mail');
  const file = found(
    readdirSync(folder).find((name) => name.includes(notice.id)),
    'The mail is sent according to the ledger, but there is no file of it.',
  );
  return readMailFile(readFileSync(join(folder, file), 'utf8'));
}

function linkIn(stage: Stage, mail: ReadMail): string {
  const link = found(/https?:\/\/\S+\/offers\/\S+/.exec(mail.text)?.[0], 'There is no link to the offer in the mail.');
  must(link.startsWith(`${stage.url}/`), 'The link in the mail leads to another address.');
  return link;
}

/** Presses the button of the page: posts its form, as a browser without JavaScript does. */
function answer(link: string, choice: 'accept' | 'decline'): Promise<Response> {
  return fetch(link, { method: 'POST', body: new URLSearchParams({ answer: choice }) });
}

/** The words of the main part of a page, a line for each block. */
function readable(html: string): string {
  const main = /<main[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? html;
  const lines = main
    .replace(/<(?:style|script|template)[\s\S]*?<\/(?:style|script|template)>/g, '')
    .replace(/<\/(?:p|h\d|li|dt|dd|div|label|button|legend|summary)>/g, '\n')
    .replace(/<[^>]+>/g, '');
  return unescaped(lines)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** Asks until there is an answer; gives up with a sentence. */
export async function until<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    const answered = await ask();
    if (answered !== null) return answered;
    await pause(100);
  }
  throw new DemoFailure(`It was to be seen that ${what}, but after ${PATIENCE_MS / 1000} seconds it is not so.`);
}

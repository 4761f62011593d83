import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import type { MissionStep } from '../../src/core/missions.js';
import { Mission, MissionDesk, MissionReader } from '../../src/features/missions/index.js';
import { Settings } from '../../src/platform/config/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { surgeDesks } from '../support/surge-desk.js';

/** What a calendar program is told, in the order of the mails. */
interface Told {
  readonly subject: string | undefined;
  readonly method: unknown;
  readonly uid: string;
  readonly sequence: number;
  readonly days: string;
}

onEveryDatabase((open) => {
  const desks = surgeDesks(open);

  async function calendarsIn(folder: string): Promise<Told[]> {
    const told: Told[] = [];
    for (const file of readdirSync(folder).sort()) {
      const mail = await simpleParser(readFileSync(join(folder, file)));
      const attached = mail.attachments.find(({ filename }) => filename === 'days.ics');
      if (!attached) continue;
      const calendar = new ICAL.Component(ICAL.parse(attached.content.toString('utf8')));
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
      const days = `${event.startDate.toString()}/${event.endDate.toString()}`;
      told.push({
        subject: mail.subject,
        method: calendar.getFirstPropertyValue('method'),
        uid: event.uid,
        sequence: event.sequence,
        days,
      });
    }
    return told;
  }

  it('enters a mission in the expert’s calendar, corrects it and takes it out: one entry, ever newer, with the end exclusive', async () => {
    const desk = await desks();
    await desk.database.read.query("UPDATE experts SET language = 'fr'");
    const request = await desk.matching({ seats: 1 });
    for (const { token } of await desk.offer(request.id, 1)) await desk.answers.answer({ token, answer: 'accept' });
    await desk.work();
    const missions = desk.module.get(MissionDesk, { strict: false });
    const reader = desk.module.get(MissionReader, { strict: false });
    const [mission] = await desk.database.read.getRepository(Mission).find();
    const step = async (name: MissionStep, more: { day?: string; reason?: string }) => {
      desk.clock.advance(60_000);
      const { version } = (await reader.one(mission?.id ?? '', desk.officer)).mission;
      await missions.take(mission?.id ?? '', { step: name, ...more, version }, desk.officer);
      await desk.work();
    };
    await step('extend', { day: '2027-01-03', reason: 'The vote was put off.' });
    await step('replace', { reason: 'Ill.' });
    const told = await calendarsIn(join(desk.module.get(Settings).dataFolder, 'mail'));
    expect(told.map(({ subject, method, days }) => [subject, method, days])).toEqual([
      ['Votre accord est enregistré', 'PUBLISH', '2026-12-07/2026-12-28'],
      ['Nouvelles dates de votre mission', 'PUBLISH', '2026-12-07/2027-01-04'],
      ['Une autre personne reprend votre mission', 'CANCEL', '2026-12-07/2027-01-04'],
    ]);
    expect(new Set(told.map(({ uid }) => uid)).size).toBe(1);
    const sequences = told.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
  });
});

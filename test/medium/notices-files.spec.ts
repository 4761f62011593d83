import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { openDatabaseOf } from '../support/databases-of.js';
import { greeting, NOTICE_SCHEMA, openNoticeDesk, people, told } from '../support/notice-desk.js';

describe('mails without a mail server', () => {
  it('are whole .eml files in the data folder, named by time and message', async () => {
    const db = await openDatabaseOf(NOTICE_SCHEMA, 'sqlite');
    const desk = await openNoticeDesk(db);
    people.set('jose', { name: 'José Müller-Łukasz', email: 'jose@people.example', language: 'en' });
    told.content = { subject: 'Greetings – très bien', paragraphs: ['Ça va?'] };
    await db.database.transaction((tx) =>
      desk.notices.expect(tx, { reason: greeting, recipient: { kind: 'expert', id: 'jose' }, subjectId: 'a', key: 'a' }),
    );
    await desk.work();
    const [notice] = await desk.all();
    const folder = join(db.settings.dataFolder, 'mail');
    expect(readdirSync(folder)).toEqual([`2026-11-24T10-00-00.000Z-${notice?.id}@hra.example.net.eml`]);
    const mail = await simpleParser(readFileSync(join(folder, readdirSync(folder)[0] ?? '')));
    expect(mail).toMatchObject({
      subject: 'Greetings – très bien',
      text: 'Dear José Müller-Łukasz,\n\nÇa va?\n',
      to: { value: [{ name: 'José Müller-Łukasz', address: 'jose@people.example' }] },
    });
    await desk.module.close();
    await db.close();
  });

  it('carry the days of the reader as a calendar file, which other programs read', async () => {
    const db = await openDatabaseOf(NOTICE_SCHEMA, 'sqlite');
    const desk = await openNoticeDesk(db);
    people.set('jose', { name: 'José', email: 'jose@people.example', language: 'es' });
    const days = { from: '2026-12-30', to: '2027-01-02' };
    told.content = {
      subject: 'Su misión',
      paragraphs: ['…'],
      calendar: { uid: 'mission-r-jose', kind: 'cancel', summary: 'Misión', text: 'Sin el viaje.', days },
    };
    await db.database.transaction((tx) =>
      desk.notices.expect(tx, { reason: greeting, recipient: { kind: 'expert', id: 'jose' }, subjectId: 'a', key: 'a' }),
    );
    await desk.work();
    const folder = join(db.settings.dataFolder, 'mail');
    const mail = await simpleParser(readFileSync(join(folder, readdirSync(folder)[0] ?? '')));
    expect(mail.attachments.map(({ filename, contentType }) => [filename, contentType])).toContainEqual(['days.ics', 'application/ics']);
    for (const { content } of mail.attachments) {
      const calendar = new ICAL.Component(ICAL.parse(content.toString('utf8')));
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
      expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
      expect([event.uid, event.startDate.toString(), event.endDate.toString()]).toEqual([
        'mission-r-jose@hra.example.net',
        '2026-12-30',
        '2027-01-03',
      ]);
    }
    await desk.module.close();
    await db.close();
  });
});

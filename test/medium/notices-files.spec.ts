import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
});

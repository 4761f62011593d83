import type { Notice } from '../../src/features/notices/index.js';
import { NoticeWaiting } from '../../src/features/notices/notice-waiting.service.js';
import { Mailer, MailTurns } from '../../src/platform/mail/index.js';
import { OutboxJob } from '../../src/platform/outbox/index.js';
import { onEveryDatabaseOf, type TestDatabase } from '../support/databases-of.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { greeting, NOTICE_SCHEMA, type NoticeDesk, openNoticeDesk, people, told } from '../support/notice-desk.js';

const MORNING = '2026-11-25T07:00:00.000Z';

onEveryDatabaseOf(NOTICE_SCHEMA, (open) => {
  let db: TestDatabase;
  let server: MailServer;
  let desk: NoticeDesk;

  beforeEach(async () => {
    server = await startMailServer();
    db = await open();
    desk = await openNoticeDesk(db, server.url);
    people.clear();
    people.set('sam', {
      name: 'Sam',
      email: 'sam@desk.example',
      language: 'en',
      habits: { pace: 'daily', quietHours: false, timeZone: 'UTC' },
    });
    told.content = { subject: 'News', paragraphs: ['There is news.'] };
  });
  afterEach(async () => {
    await desk.module.close();
    await server.close();
  });

  const expect_ = (key: string) =>
    db.database.transaction((tx) =>
      desk.notices.expect(tx, { reason: greeting, recipient: { kind: 'account', id: 'sam' }, subjectId: 'subject', key }),
    );
  const notice = async (key: string): Promise<Notice> => {
    const found = (await desk.all()).find((one) => one.key === key);
    if (!found) throw new Error(`There is no notice ${key}.`);
    return found;
  };
  /** As another process does whose clock is behind. */
  const gatherLate = async (key: string): Promise<void> => {
    await expect_(key);
    const late = await notice(key);
    await db.database.read.getRepository(OutboxJob).update({ key: `notice.deliver:${late.id}:0` }, { state: 'done' });
    await db.database.transaction((tx) => desk.module.get(NoticeWaiting).gather(tx, { ...late, attempts: 1 }, Date.parse(MORNING)));
  };

  it('loses nothing that is gathered into a mail while that is leaving', async () => {
    for (const key of ['1', '2']) await expect_(key);
    const mailer = desk.module.get(Mailer);
    const send = mailer.send.bind(mailer);
    jest.spyOn(mailer, 'send').mockImplementationOnce(async (message) => {
      await gatherLate('late');
      return send(message);
    });
    await desk.work();
    expect(server.mails.map(({ text }) => text?.match(/There is news/g)?.length)).toEqual([2, 1]);
    expect(await notice('late')).toMatchObject({ state: 'sent', gatheredIn: null });
  });

  it('loses nothing that is gathered into a mail that has left', async () => {
    for (const key of ['1', '2']) await expect_(key);
    await desk.work();
    await gatherLate('late');
    await desk.work();
    expect(server.mails).toHaveLength(2);
    expect(await notice('late')).toMatchObject({ state: 'sent', gatheredIn: null });
  });

  it('gathers what comes from many sides at once into one mail', async () => {
    const keys = Array.from({ length: 12 }, (_, n) => `n${n}`);
    for (const key of keys) await expect_(key);
    const waiting = desk.module.get(NoticeWaiting);
    const notices = await desk.all();
    await Promise.all(
      notices.map((one) => db.database.transaction((tx) => waiting.gather(tx, { ...one, attempts: 1 }, Date.parse(MORNING)))),
    );
    expect(new Set((await desk.all()).filter(({ key }) => keys.includes(key)).map(({ gatheredIn }) => gatheredIn)).size).toBe(1);
  });

  it('gives no more turns in a minute than is set, however many ask at once', async () => {
    Object.assign(db.settings, { mailsPerMinute: 3 });
    const turns = desk.module.get(MailTurns);
    const given = await Promise.all(Array.from({ length: 20 }, (_, n) => turns.take(`n${n}@people.example`)));
    const perMinute = new Map<number, number>();
    for (const at of given) perMinute.set(Math.floor(at / 60_000), (perMinute.get(Math.floor(at / 60_000)) ?? 0) + 1);
    expect([...perMinute.values()].sort()).toEqual([2, 3, 3, 3, 3, 3, 3]);
  });
});

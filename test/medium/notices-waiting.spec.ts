import type { Actor } from '../../src/core/access.js';
import type { MailHabits } from '../../src/core/quiet-hours.js';
import { MailTurn } from '../../src/platform/mail/index.js';
import { onEveryDatabaseOf, type TestDatabase } from '../support/databases-of.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { greeting, NOTICE_SCHEMA, type NoticeDesk, officers, openNoticeDesk, people, told } from '../support/notice-desk.js';

const OFFICER: Actor = { accountId: 'officer', role: 'surge-officer', name: 'Officer', country: null, agency: null };
const DAILY: MailHabits = { pace: 'daily', quietHours: false, timeZone: 'Africa/Nairobi' };
const QUIET: MailHabits = { pace: 'at-once', quietHours: true, timeZone: 'Asia/Tokyo' };

onEveryDatabaseOf(NOTICE_SCHEMA, (open) => {
  let db: TestDatabase;
  let server: MailServer;
  let desk: NoticeDesk;

  beforeEach(async () => {
    server = await startMailServer();
    db = await open();
    desk = await openNoticeDesk(db, server.url);
    people.clear();
    officers.splice(0);
    told.content = {
      subject: 'News of a request',
      paragraphs: ['A request has changed.'],
      action: { label: 'Open', url: 'https://hra.example.net/1' },
    };
  });
  afterEach(async () => {
    await desk.module.close();
    await server.close();
  });

  const account = (id: string, habits?: MailHabits, email = `${id}@desk.example`) =>
    people.set(id, { name: `Officer ${id}`, email, language: 'fr', ...(habits && { habits }) });
  const expect_ = (id: string, key: string) =>
    db.database.transaction((tx) =>
      desk.notices.expect(tx, { reason: greeting, recipient: { kind: 'account', id }, subjectId: 'subject', key: `${id}:${key}` }),
    );
  const notice = async (key: string) => (await desk.all()).find((one) => one.key === key);

  describe('the mail of the day', () => {
    it('is one mail at 07:00 of the reader, in their language, and each notice says that it left in it', async () => {
      account('sam', DAILY);
      for (const key of ['1', '2', '3']) await expect_('sam', key);
      await desk.work();
      expect(desk.clock.iso()).toBe('2026-11-25T04:00:00.000Z');
      expect(server.mails).toHaveLength(1);
      const [mail] = server.mails;
      expect(mail?.subject).toBe('Des nouvelles pour vous');
      expect(mail?.text).toContain('Il y a 3 nouvelles pour vous.');
      expect(mail?.text?.match(/A request has changed\./g)).toHaveLength(3);
      expect(String(mail?.html)).toContain('<h2');
      const carrier = await notice('notices.gathered:sam:2026-11-25T04:00:00.000Z');
      expect(carrier).toMatchObject({ state: 'sent', serverReply: 250, attempts: 1 });
      expect(mail?.messageId).toBe(carrier?.messageId);
      for (const key of ['1', '2', '3'])
        expect(await notice(`sam:${key}`)).toMatchObject({
          state: 'sent',
          gatheredIn: carrier?.id,
          messageId: carrier?.messageId,
          sentAt: desk.clock.iso(),
        });
    });

    it('is a mail of its own when there is one piece of news, and none when nothing is true any more', async () => {
      account('sam', DAILY);
      await expect_('sam', '1');
      await desk.work();
      expect(server.mails.map(({ subject }) => subject)).toEqual(['News of a request']);
      await expect_('sam', '2');
      await desk.step();
      told.content = null;
      await desk.work();
      expect(server.mails).toHaveLength(1);
      expect((await desk.all()).map(({ state }) => state).sort()).toEqual(['cancelled', 'cancelled', 'sent', 'sent']);
    });

    it('waits for nothing that is urgent', async () => {
      account('sam', { ...DAILY, quietHours: true });
      told.content = told.content && { ...told.content, urgent: true };
      await expect_('sam', '1');
      await desk.work();
      expect([server.mails.length, desk.clock.iso()]).toEqual([1, '2026-11-24T10:00:00.000Z']);
    });

    it('is late only after its own moment, and shows why it waits', async () => {
      account('sam', DAILY);
      await expect_('sam', '1');
      await desk.step();
      desk.clock.advance(60 * 60_000);
      expect(await desk.ledger.late()).toBe(0);
      expect((await desk.ledger.page({ state: 'queued' }, OFFICER)).lines).toMatchObject([
        { gathered: true, dueAt: '2026-11-25T04:00:00.000Z', late: false },
      ]);
      desk.clock.advance(18 * 60 * 60_000);
      expect([await desk.ledger.late(), await desk.ledger.alarms()]).toEqual([2, ['notices-late']]);
      await desk.work();
      expect([await desk.ledger.late(), await desk.ledger.alarms()]).toEqual([0, []]);
    });

    it('fails and is sent again as a whole, and a notice of it alone', async () => {
      account('sam', DAILY);
      for (const key of ['1', '2']) await expect_('sam', key);
      server.refuse([550]);
      await desk.work();
      expect((await desk.all()).map(({ state, failure }) => [state, failure])).toEqual(Array(3).fill(['failed', 'smtp-550']));
      await desk.notices.resend((await notice('sam:1'))?.id ?? '', OFFICER);
      await desk.work();
      expect(server.mails.map(({ subject }) => subject)).toEqual(['News of a request']);
      await desk.notices.resend((await notice('notices.gathered:sam:2026-11-25T04:00:00.000Z'))?.id ?? '', OFFICER);
      await desk.work();
      expect(server.mails).toHaveLength(2);
      expect((await desk.all()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    });

    it('is tried again by a busy server, under the same Message-ID, and tells nobody twice', async () => {
      account('sam', DAILY);
      for (const key of ['1', '2']) await expect_('sam', key);
      server.refuse([450, 451]);
      await desk.work();
      expect(server.mails).toHaveLength(1);
      await expect_('sam', '1');
      expect(await desk.work()).toBe(0);
    });
  });

  describe('quiet hours', () => {
    it('hold back till morning what comes at night, and nothing by day', async () => {
      account('night', QUIET);
      account('day', { ...QUIET, timeZone: 'UTC' });
      desk.clock.advance(60 * 60_000); // 11:00 UTC, 20:00 in Tokyo
      await expect_('night', '1');
      await expect_('day', '1');
      await desk.step(2);
      expect(server.mails).toHaveLength(1);
      await desk.work();
      expect([server.mails.length, desk.clock.iso()]).toEqual([2, '2026-11-24T22:00:00.000Z']);
    });
  });

  describe('turns', () => {
    it('let no more mails leave for a domain in a minute than is set; others go on; none is lost or doubled', async () => {
      Object.assign(db.settings, { mailsPerMinute: 3 });
      for (let n = 0; n < 8; n += 1) account(`big${n}`, undefined, `n${n}@Big.example`);
      account('small', undefined, 'one@small.example');
      for (const id of people.keys()) await expect_(id, '1');
      const minutes: string[] = [];
      await desk.work(() => {
        for (const _ of server.mails.slice(minutes.length)) minutes.push(desk.clock.iso().slice(11, 16));
      });
      expect(minutes).toEqual(['10:00', '10:00', '10:00', '10:00', '10:01', '10:01', '10:01', '10:02', '10:02']);
      expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(9);
      expect((await desk.all()).map(({ state, attempts }) => [state, attempts])).toEqual(Array(9).fill(['sent', 1]));
      expect(await desk.ledger.late()).toBe(0);
    });

    it('keep no domain in clear text', async () => {
      account('big', undefined, 'n@big.example');
      await expect_('big', '1');
      await desk.work();
      const turns = await db.database.read.getRepository(MailTurn).find();
      expect(turns).toHaveLength(1);
      expect(JSON.stringify(turns)).not.toContain('big');
    });
  });
});

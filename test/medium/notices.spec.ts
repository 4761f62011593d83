import type { Actor } from '../../src/core/access.js';
import { deliverNotice } from '../../src/features/notices/notices.jobs.js';
import { Jobs, OutboxJob } from '../../src/platform/outbox/index.js';
import { onEveryDatabaseOf, type TestDatabase } from '../support/databases-of.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { greeting, NOTICE_SCHEMA, type NoticeDesk, officers, openNoticeDesk, people, told } from '../support/notice-desk.js';

const OFFICER: Actor = { accountId: 'officer', role: 'surge-officer', name: 'Officer', country: null, agency: null };
const ADMINISTRATOR: Actor = { ...OFFICER, accountId: 'administrator', role: 'administrator' };
const SUBJECT = '01900000-0000-7000-8000-000000000001';

onEveryDatabaseOf(NOTICE_SCHEMA, (open) => {
  let db: TestDatabase;
  let server: MailServer;
  let desk: NoticeDesk;

  beforeEach(async () => {
    server = await startMailServer();
    db = await open();
    desk = await openNoticeDesk(db, server.url);
    people.clear();
    people.set('amina', { name: 'Amina Example', email: 'amina@people.example', language: 'en' });
    officers.splice(0);
    told.content = {
      subject: 'A mission is offered to you',
      paragraphs: ['We offer you a mission in Kenya.'],
      facts: [{ label: 'Answer until', value: '26 Nov 2026, 10:00 UTC' }],
      action: { label: 'Read the offer', url: 'https://hra.example.net/offers/token' },
    };
  });

  afterEach(async () => {
    await desk.module.close();
    await server.close();
  });

  const expect_ = (key = 'greeting:1', id = 'amina') =>
    db.database.transaction((tx) =>
      desk.notices.expect(tx, { reason: greeting, recipient: { kind: 'expert', id }, subjectId: SUBJECT, key }),
    );

  it('sends once per key, however often it is expected, at once or later', async () => {
    await Promise.all([expect_(), expect_(), expect_()]);
    await desk.work();
    await expect_();
    await desk.work();
    expect(server.mails).toHaveLength(1);
    expect(await desk.all()).toMatchObject([{ state: 'sent', attempts: 1, sentAt: '2026-11-24T10:00:00.000Z' }]);
  });

  it('expects nothing when the transaction that made it true is undone', async () => {
    const undone = db.database.transaction(async (tx) => {
      await desk.notices.expect(tx, { reason: greeting, recipient: { kind: 'expert', id: 'amina' }, subjectId: SUBJECT, key: 'undone' });
      throw new Error('the offer failed');
    });
    await expect(undone).rejects.toThrow('the offer failed');
    expect([await desk.all(), await desk.work()]).toEqual([[], 0]);
  });

  it('sends nothing for a second job about the same notice', async () => {
    await expect_();
    await desk.work();
    const [notice] = await desk.all();
    await db.database.transaction((tx) => desk.module.get(Jobs).enqueue(tx, deliverNotice, { noticeId: notice?.id ?? '' }));
    await desk.work();
    expect(server.mails).toHaveLength(1);
  });

  it('tells each account that has the role, once', async () => {
    officers.push('first', 'second');
    for (const id of officers) people.set(id, { name: `Officer ${id}`, email: `${id}@desk.example`, language: 'en' });
    for (let time = 0; time < 2; time += 1) {
      await db.database.transaction((tx) =>
        desk.notices.expect(tx, { reason: greeting, recipient: { role: 'surge-officer' }, subjectId: SUBJECT, key: 'submitted' }),
      );
    }
    await desk.work();
    expect(server.mails.map((mail) => (Array.isArray(mail.to) ? '' : mail.to?.text)).sort()).toEqual([
      '"Officer first" <first@desk.example>',
      '"Officer second" <second@desk.example>',
    ]);
  });

  it('is a mail that can be read everywhere and whose subject gives nobody away', async () => {
    await expect_();
    await desk.work();
    const [mail] = server.mails;
    const [notice] = await desk.all();
    expect(mail?.from?.text).toBe('"HRA desk" <desk@hra.example.net>');
    expect(mail?.to).toMatchObject({ value: [{ name: 'Amina Example', address: 'amina@people.example' }] });
    expect(mail?.subject).toBe('A mission is offered to you');
    expect(mail?.messageId).toBe(`<${notice?.id}@hra.example.net>`);
    expect(mail?.messageId).toBe(notice?.messageId);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    const html = String(mail?.html);
    for (const said of [
      'Dear Amina Example,',
      'We offer you a mission in Kenya.',
      'Answer until',
      '26 Nov 2026, 10:00 UTC',
      'Read the offer',
      'https://hra.example.net/offers/token',
    ]) {
      expect(mail?.text).toContain(said);
      expect(html).toContain(said);
    }
    expect(/href="([^"]+)"/.exec(html)?.[1]).toBe('https://hra.example.net/offers/token');
  });

  it('tries again when the mail server is busy, and then sends one mail', async () => {
    server.refuse([451, 421, 450]);
    await expect_();
    await desk.work();
    expect(server.mails).toHaveLength(1);
    expect(await desk.all()).toMatchObject([{ state: 'sent', attempts: 4, failure: null }]);
    expect(desk.clock.iso()).toBe('2026-11-24T10:00:21.000Z');
  });

  it('fails at once when the address is refused for good, and is sent again when somebody asks for it', async () => {
    server.refuse([550]);
    await expect_();
    await desk.work();
    expect(server.attempts()).toBe(1);
    expect(await desk.all()).toMatchObject([{ state: 'failed', attempts: 1, failure: 'smtp-550' }]);

    const [failed] = await desk.all();
    await desk.notices.resend(failed?.id ?? '', OFFICER);
    await desk.work();
    expect(server.mails).toHaveLength(1);
    expect(await desk.all()).toMatchObject([{ state: 'sent', attempts: 2, failure: null }]);
    await expect(desk.notices.resend(failed?.id ?? '', OFFICER)).rejects.toMatchObject({ code: 'notice.not-failed' });
    await expect(desk.notices.resend(SUBJECT, OFFICER)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tries again when the server does not take our sender, because that is to be repaired here', async () => {
    server.refuseSenders([550, 553]);
    await expect_();
    await desk.work();
    expect(await desk.all()).toMatchObject([{ state: 'sent', attempts: 3, failure: null }]);
  });

  it('fails at once when the record holds no address', async () => {
    people.set('amina', { name: 'Amina Example', email: '', language: 'en' });
    await expect_();
    await desk.work();
    expect([server.attempts(), await desk.all()]).toMatchObject([0, [{ state: 'failed', attempts: 1, failure: 'no-address' }]]);
  });

  it('fails when the mail server stays away for all attempts', async () => {
    await server.close();
    await expect_();
    expect(await desk.work()).toBe(8);
    expect(await desk.all()).toMatchObject([{ state: 'failed', attempts: 8, failure: 'attempts-used-up' }]);
  });

  it('is taken up again when an operator lets its job run again', async () => {
    server.refuse(Array(8).fill(451));
    await expect_();
    await desk.work();
    expect(await desk.all()).toMatchObject([{ state: 'failed', failure: 'attempts-used-up' }]);
    await db.database.read.getRepository(OutboxJob).update({ state: 'dead' }, { state: 'pending', attempts: 0, finishedAt: null });
    await desk.work();
    expect(await desk.all()).toMatchObject([{ state: 'sent', attempts: 9, failure: null }]);
    expect(server.mails).toHaveLength(1);
  });

  it('is cancelled when it is no longer true', async () => {
    await expect_();
    told.content = null;
    await desk.work();
    expect([server.attempts(), await desk.all()]).toMatchObject([0, [{ state: 'cancelled', sentAt: null }]]);
  });

  it('fails when there is nobody to write to any more', async () => {
    await expect_();
    people.clear();
    await desk.work();
    expect(await desk.all()).toMatchObject([{ state: 'failed', failure: 'recipient-gone' }]);
  });

  it('keeps no address, name or text, neither in the ledger nor in the queue', async () => {
    server.refuse([451, 550]);
    await expect_();
    await desk.work();
    const stored = JSON.stringify([await desk.all(), await db.database.read.getRepository(OutboxJob).find()]);
    expect(stored).toContain('smtp-550');
    expect(stored).not.toMatch(/people\.example|Amina|Kenya|token/);
  });

  it('shows names in the ledger to those who may see the roster only', async () => {
    await expect_();
    await desk.work();
    expect(await desk.ledger.of(SUBJECT, OFFICER)).toMatchObject([
      { recipient: 'Amina Example', title: 'A greeting', subjectUrl: `/surge/${SUBJECT}` },
    ]);
    // Nor is a page offered that would be refused.
    expect(await desk.ledger.of(SUBJECT, ADMINISTRATOR)).toMatchObject([{ recipient: null, recipientKind: 'expert', subjectUrl: null }]);
  });

  it('finds notices by state and subject, and sounds the alarm for late and failed ones', async () => {
    server.refuse([550]);
    await expect_('one');
    await desk.work();
    await expect_('two');
    await desk.work();
    await expect_('three');
    desk.clock.advance(11 * 60_000);
    await expect_('four');
    const page = await desk.ledger.page({}, OFFICER);
    expect(page).toMatchObject({ total: 4, late: 1, failed: 1 });
    expect(page.lines.map((line) => [line.state, line.late])).toEqual([
      ['expected', false],
      ['expected', true],
      ['sent', false],
      ['failed', false],
    ]);
    expect(await desk.ledger.page({ state: 'failed' }, OFFICER)).toMatchObject({ total: 1, lines: [{ failure: 'smtp-550' }] });
    expect(await desk.ledger.page({ subjectId: '01900000-0000-7000-8000-000000000002' }, OFFICER)).toMatchObject({ total: 0, lines: [] });
  });
});

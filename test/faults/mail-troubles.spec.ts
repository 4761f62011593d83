import { onEveryDatabaseOf, type TestDatabase } from '../support/databases-of.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { greeting, NOTICE_SCHEMA, type NoticeDesk, openNoticeDesk, people, told } from '../support/notice-desk.js';
import { startTroubledLine, type Trouble, type TroubledLine } from '../support/troubled-line.js';

const COUNT = 12;

onEveryDatabaseOf(NOTICE_SCHEMA, (open) => {
  let db: TestDatabase;
  let server: MailServer;
  let line: TroubledLine;
  let desk: NoticeDesk;

  beforeEach(async () => {
    server = await startMailServer();
    line = await startTroubledLine(server.url);
    db = await open();
    desk = await openNoticeDesk(db, line.url);
    people.clear();
    told.content = { subject: 'News', paragraphs: ['There is news.'] };
    for (let n = 0; n < COUNT; n += 1) people.set(`e${n}`, { name: `Expert ${n}`, email: `e${n}@people.example`, language: 'en' });
  });
  afterEach(async () => {
    await desk.module.close();
    await line.close();
    await server.close();
  });

  async function tellEverybody(): Promise<void> {
    await db.database.transaction(async (tx) => {
      for (const id of people.keys())
        await desk.notices.expect(tx, { reason: greeting, recipient: { kind: 'expert', id }, subjectId: 'subject', key: id });
    });
    await desk.work();
  }
  const arrivals = (): number[] => {
    const count = new Map<string, number>();
    for (const { messageId = '' } of server.mails) count.set(messageId, (count.get(messageId) ?? 0) + 1);
    return [...count.values()];
  };
  const inTurn = (...kinds: readonly Trouble[]) =>
    line.trouble(...Array.from({ length: COUNT }, (_, n) => kinds[n % kinds.length] ?? 'fine'));
  const states = async () => new Set((await desk.all()).map(({ state }) => state));

  it.each([
    ['refused', 2],
    ['cut-in-data', 2],
    ['slow', 1],
  ] as const)('loses and doubles nothing when connections are %s', async (kind, attempts) => {
    inTurn(kind);
    await tellEverybody();
    expect(arrivals()).toEqual(Array(COUNT).fill(1));
    expect((await desk.all()).map((one) => [one.state, one.attempts])).toEqual(Array(COUNT).fill(['sent', attempts]));
  });

  it('repeats once, under the same Message-ID, what a server took whose yes got lost', async () => {
    inTurn('cut-before-yes');
    await tellEverybody();
    expect(arrivals()).toEqual(Array(COUNT).fill(2));
    expect((await desk.all()).map(({ state, attempts }) => [state, attempts])).toEqual(Array(COUNT).fill(['sent', 2]));
  });

  it('outlasts greylisting: not now for everybody, then yes', async () => {
    server.refuse(Array(COUNT).fill(450));
    await tellEverybody();
    expect(server.attempts()).toBe(2 * COUNT);
    expect(arrivals()).toEqual(Array(COUNT).fill(1));
    expect(await states()).toEqual(new Set(['sent']));
  });

  it('gives up on a server that says nothing, and sends when it speaks again', async () => {
    line.trouble('silent');
    const [first] = people.keys();
    for (const id of people.keys()) if (id !== first) people.delete(id);
    await tellEverybody();
    expect(arrivals()).toEqual([1]);
    expect(await desk.all()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('writes down that a mail has left as soon as the database lets it, and does not send again', async () => {
    const transaction = db.database.transaction.bind(db.database);
    let failures = 3;
    jest.spyOn(db.database, 'transaction').mockImplementation((work) => {
      if (server.mails.length === 0 || failures === 0) return transaction(work);
      failures -= 1;
      return Promise.reject(new Error('the database is away'));
    });
    const [first] = people.keys();
    for (const id of people.keys()) if (id !== first) people.delete(id);
    await tellEverybody();
    expect([failures, arrivals()]).toEqual([0, [1]]);
    expect(await desk.all()).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });
});

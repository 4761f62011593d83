import { ledgerLines } from '../support/ledger-process.js';
import { startRedis } from '../support/redis.js';
import { waitFor } from '../support/wait-for.js';
import { describeWithOwnRedis, LedgerHouse, RECOVERY_MS, report } from './ledger-house.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const fromNow = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

/** Processes whose clocks can be set, all at once: one that does everything, or two with Redis between them. */
interface Stage {
  readonly house: LedgerHouse;
  jump(milliseconds: number): void;
}

type Options = { ahead?: number; timeZone?: string };

async function onStage(kind: 'alone' | 'with Redis', options: Options, scenario: (stage: Stage) => Promise<void>): Promise<void> {
  const redis = kind === 'alone' ? undefined : await startRedis();
  const house = await LedgerHouse.open(kind === 'alone' ? 'sqlite' : 'postgres', redis?.redis.url);
  try {
    const processes = [await house.start('api', 2000, options), ...(redis ? [await house.start('worker', 2000, options)] : [])];
    await scenario({
      house,
      jump: (milliseconds) => {
        for (const process of processes) process.jump(milliseconds);
      },
    });
  } finally {
    await house.close();
    await redis?.stop();
  }
}

describeWithOwnRedis('due jobs run when they are due and once', () => {
  for (const kind of ['alone', 'with Redis'] as const) {
    it.concurrent(`when the clock jumps an hour ahead and back (${kind})`, () => onStage(kind, {}, jumpsAheadAndBack(kind)), 120_000);
    for (const [season, change] of [
      ['ends', '2026-10-25T01:00:00.000Z'],
      ['begins', '2026-03-29T01:00:00.000Z'],
    ] as const)
      it.concurrent(`when summer time ${season} (${kind})`, () => nightOf(kind, season, change), 120_000);
  }
});

const jumpsAheadAndBack =
  (kind: string) =>
  async ({ house, jump }: Stage): Promise<void> => {
    const began = (): number[] =>
      ledgerLines(house.file)
        .filter(({ what }) => what === 'began')
        .map(({ number }) => number);
    const begins = (number: number) => waitFor(`job ${number} to begin`, () => began().includes(number), 60_000);
    await house.ask(1); // 0 runs while the clock jumps
    await house.ask(1, fromNow(30 * MINUTE)); // 1
    await house.ask(1, fromNow(90 * MINUTE)); // 2
    await begins(0);
    jump(HOUR);
    await begins(1);
    await house.ask(1, fromNow(HOUR)); // 3: asked for at once, by the clock that runs ahead
    await begins(3);
    await house.askByClock(1, fromNow(HOUR + 5000)); // 4: asked for in the moment before the clock is put back
    jump(-HOUR);
    const since = Date.now();
    await begins(4);
    const recoveredMs = Date.now() - since;
    await waitFor('four jobs to be done', () => house.counts().done === 4);
    report(`clock an hour ahead and back, ${kind}`, { ...house.counts(), lost: 0, notDueYet: 1, recoveredMs });
    expect(began().sort()).toEqual([0, 1, 3, 4]);
  };

/** Seconds around the change, in a process whose clock on the wall is set by it. */
function nightOf(kind: 'alone' | 'with Redis', season: string, change: string): Promise<void> {
  const at = (seconds: number): string => new Date(Date.parse(change) + seconds * 1000).toISOString();
  const ahead = Date.parse(at(-8)) - Date.now();
  return onStage(kind, { ahead, timeZone: 'Europe/Zurich' }, async ({ house }) => {
    const ready = Date.now() + ahead;
    const due = [-3, -1, 0, 1, 3];
    // By the clock of that night: what is due before it was asked for looks as if a clock had run ahead, and would be done at once.
    for (const seconds of [...due, 3600]) await house.askByClock(1, at(-8), at(seconds));
    const lines = () => ledgerLines(house.file).filter(({ what }) => what === 'began');
    await waitFor('the jobs of this night', () => lines().length >= due.length);
    await waitFor('their end', () => house.counts().done === due.length);
    const late = lines().map(({ number, at: moment }) => moment - Math.max(ready, Date.parse(at(due[number] ?? 0))));
    report(`summer time ${season}, ${kind}`, { ...house.counts(), lost: 0, notDueYet: 1, latestMs: Math.max(...late) });
    expect(
      lines()
        .map(({ number }) => number)
        .sort(),
    ).toEqual([0, 1, 2, 3, 4]);
    const early = lines().filter(({ number, at: moment }) => moment < Date.parse(at(due[number] ?? 0)));
    expect(early).toEqual([]);
    expect(Math.max(...late)).toBeLessThan(RECOVERY_MS);
  });
}

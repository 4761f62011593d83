import fc from 'fast-check';
import { SURGE_STATES, type SurgeState, URGENCIES, URGENCY_HOURS } from './surge.js';
import { type HistoryLine, readStages, STAGE_SHARES, STAGES, type Stage, stageNow, stageSeconds } from './surge-stages.js';

const START = Date.parse('2026-11-24T10:00:00.000Z');
const HOUR = 3_600_000;
const entered = (toState: SurgeState, hours: number): HistoryLine => ({
  kind: 'step',
  at: new Date(START + hours * HOUR).toISOString(),
  toState,
  offerId: null,
});
const happened = (kind: string, hours: number, offerId = 'one'): HistoryLine => ({
  kind,
  at: new Date(START + hours * HOUR).toISOString(),
  toState: null,
  offerId,
});
const read = (history: readonly HistoryLine[], hours: number) => readStages(history, 'immediate', START + hours * HOUR);
const hoursOf = (history: readonly HistoryLine[], hours: number) =>
  Object.fromEntries(read(history, hours).map(({ stage, usedSeconds }) => [stage, usedSeconds / 3600]));

describe('the shares', () => {
  it('add up to the clock of every urgency, in whole seconds', () => {
    for (const urgency of URGENCIES) {
      const seconds = STAGES.map((stage) => stageSeconds(stage, urgency));
      expect(seconds.every(Number.isInteger)).toBe(true);
      expect(seconds.reduce((sum, one) => sum + one, 0)).toBe(URGENCY_HOURS[urgency] * 3600);
    }
  });

  it('are the hours of an immediate request', () => {
    for (const stage of STAGES) expect(stageSeconds(stage, 'immediate')).toBe(STAGE_SHARES[stage] * 3600);
  });
});

describe('the clocks of the stages', () => {
  const whole = [
    entered('submitted', 0),
    entered('under-review', 3),
    entered('confirming', 8),
    entered('approved', 10),
    entered('matching', 11),
    entered('offered', 15),
    entered('filled', 30),
    entered('deployed', 50),
  ];

  it('count each stage from the history, and stop on the ground', () => {
    expect(hoursOf(whole, 500)).toEqual({ triage: 3, decision: 7, match: 5, offer: 15, release: 0, travel: 20 });
    expect(stageNow(read(whole, 500))).toBeUndefined();
  });

  it('are waiting before their turn, and all wait before the request is submitted', () => {
    expect(read([entered('draft', 0)], 9).map(({ state }) => state)).toEqual(STAGES.map(() => 'waiting'));
    expect(read(whole.slice(0, 2), 4).map(({ state }) => state)).toEqual(['done', 'running', 'waiting', 'waiting', 'waiting', 'waiting']);
  });

  it('are late one second after their time, not at it', () => {
    const triage = (seconds: number) => readStages(whole.slice(0, 1), 'immediate', START + 4 * HOUR + seconds * 1000)[0];
    expect(triage(0)).toMatchObject({ late: false, dueAt: START + 4 * HOUR });
    expect(triage(1)).toMatchObject({ late: true, dueAt: START + 4 * HOUR });
  });

  it('stand still while the office owes an answer, and go on where they stood', () => {
    const asked = [...whole.slice(0, 2), entered('more-information', 5)];
    expect(stageNow(read([...asked, happened('wrote', 20)], 40))).toMatchObject({
      stage: 'decision',
      state: 'paused',
      usedSeconds: 7200,
      dueAt: null,
    });
    expect(stageNow(read([...asked, entered('under-review', 40)], 41))).toMatchObject({
      state: 'running',
      usedSeconds: 10_800,
      dueAt: START + 50 * HOUR,
    });
  });

  it('give the time to the release while an acceptance waits for it, and only then', () => {
    const offered = [...whole.slice(0, 6), happened('release-asked', 15), happened('release-asked', 15, 'two')];
    expect(stageNow(read(offered, 18))).toMatchObject({ stage: 'offer', usedSeconds: 10_800 });
    const accepted = [...offered, happened('offer-accepted', 18)];
    expect(stageNow(read(accepted, 20))).toMatchObject({ stage: 'release', usedSeconds: 7200, dueAt: START + 26 * HOUR });
    const granted = [...accepted, happened('release-granted', 21)];
    expect(hoursOf(granted, 25)).toMatchObject({ offer: 7, release: 3 });
    expect(stageNow(read([...accepted, happened('offer-withdrawn', 22)], 23))).toMatchObject({ stage: 'offer' });
  });

  it('go on in a stage that is entered again', () => {
    const again = [...whole.slice(0, 6), entered('matching', 20), entered('offered', 22)];
    expect(hoursOf(again, 25)).toMatchObject({ match: 7, offer: 8 });
  });
});

const histories = fc
  .array(fc.record({ state: fc.constantFrom(...SURGE_STATES), gap: fc.integer({ min: 0, max: 400_000 }) }), { maxLength: 25 })
  .map((moves) => {
    let at = START;
    return moves.map(({ state, gap }) => {
      at += gap * 1000;
      return entered(state, (at - START) / HOUR);
    });
  });
const usedIn = (history: readonly HistoryLine[], now: number): number =>
  readStages(history, 'urgent', now).reduce((sum, { usedSeconds }) => sum + usedSeconds, 0);
const COUNTED: readonly SurgeState[] = ['submitted', 'under-review', 'confirming', 'approved', 'matching', 'offered', 'filled'];

describe('whatever the history', () => {
  it('each second belongs to one stage or to none', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 400_000 }), (history, rest) => {
        const last = history.at(-1);
        const now = (last ? Date.parse(last.at) : START) + rest * 1000;
        const ends = [...history.slice(1).map(({ at }) => Date.parse(at)), now];
        const expected = history.reduce(
          (sum, { at, toState }, index) =>
            sum + (toState && COUNTED.includes(toState) ? ((ends[index] ?? now) - Date.parse(at)) / 1000 : 0),
          0,
        );
        expect(usedIn(history, now)).toBe(expected);
      }),
    );
  });

  it('only differences between instants count: everything moved by any time reads the same', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: -20_000_000, max: 20_000_000 }), (history, seconds) => {
        const now = START + 900 * HOUR;
        const moved = history.map((line) => ({ ...line, at: new Date(Date.parse(line.at) + seconds * 1000).toISOString() }));
        const ageless = (all: ReturnType<typeof readStages>, by: number) =>
          all.map((one) => ({ ...one, dueAt: one.dueAt && one.dueAt - by }));
        expect(ageless(readStages(moved, 'urgent', now + seconds * 1000), seconds * 1000)).toEqual(readStages(history, 'urgent', now));
      }),
    );
  });

  it('a clock that jumps never makes a time negative, and an hour too much never counts for more than an hour', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 24 }), fc.constantFrom(-HOUR, HOUR), (history, index, jump) => {
        const now = START + 4_000 * HOUR;
        const jumped = history.map((line, at) =>
          at === index ? { ...line, at: new Date(Date.parse(line.at) + jump).toISOString() } : line,
        );
        expect(readStages(jumped, 'urgent', now).every(({ usedSeconds }) => usedSeconds >= 0)).toBe(true);
        expect(Math.abs(usedIn(jumped, now) - usedIn(history, now))).toBeLessThanOrEqual(3600);
      }),
    );
  });

  it.each(['2026-03-08T06:30:00.000Z', '2026-03-29T00:30:00.000Z', '2026-10-25T00:30:00.000Z', '2026-11-01T05:30:00.000Z'])(
    'an hour is an hour across the change of summer time after %s, in whatever zone this runs',
    (at) => {
      const history = [{ kind: 'submit', at, toState: 'submitted' as const, offerId: null }];
      expect(stageNow(readStages(history, 'planned', Date.parse(at) + 3 * HOUR))).toMatchObject({ usedSeconds: 10_800 });
    },
  );
});

describe('stageNow', () => {
  it.each<[SurgeState, Stage | undefined]>([
    ['draft', undefined],
    ['submitted', 'triage'],
    ['confirming', 'decision'],
    ['approved', 'match'],
    ['offered', 'offer'],
    ['filled', 'travel'],
    ['deployed', undefined],
  ])('in %s is %s', (state, stage) => {
    expect(stageNow(read([entered(state, 0)], 1))?.stage).toBe(stage);
  });
});

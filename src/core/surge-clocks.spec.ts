import fc from 'fast-check';
import {
  type ClockTimes,
  clockOn,
  owesAfter,
  readClock,
  SURGE_STEPS,
  type SurgeState,
  type SurgeStep,
  stepFrom,
  stepsFrom,
} from './surge.js';
import { type HistoryLine, readStages } from './surge-stages.js';

const START = Date.parse('2026-11-24T10:00:00.000Z');
/** What happens to offers and releases without moving the request. */
const BESIDES = ['offer-accepted', 'release-asked', 'release-granted', 'release-refused', 'offer-withdrawn', 'wrote'] as const;

interface Lived {
  readonly times: ClockTimes;
  readonly history: readonly HistoryLine[];
  /** The last instant. */
  readonly end: number;
}

/** A request that lives through whatever its table allows, in the order in which the numbers choose, and reads its clocks at the end. */
function live(choices: readonly { pick: number; gap: number }[], rest: number): Lived {
  let now = START;
  let state: SurgeState = 'submitted';
  let times: ClockTimes = { urgency: 'urgent', submittedAt: iso(now), pausedAt: null, pausedSeconds: 0, stoppedAt: null };
  const history: HistoryLine[] = [{ kind: 'submit', at: iso(now), toState: 'submitted', offerId: null }];
  for (const { pick, gap } of choices) {
    now += gap * 1000;
    const owes = times.pausedAt !== null;
    const possible = [...stepsFrom(state, owes), ...BESIDES];
    const kind = possible[pick % possible.length] as SurgeStep | (typeof BESIDES)[number];
    if (!(kind in SURGE_STEPS)) {
      history.push({ kind, at: iso(now), toState: null, offerId: `offer ${pick % 3}` });
      continue;
    }
    const step = kind as SurgeStep;
    const to = stepFrom(state, step, owes);
    times = clockOn(times, to, iso(now), owesAfter(step, to, owes));
    history.push({ kind, at: iso(now), toState: to === state ? null : to, offerId: null });
    state = to;
  }
  return { times, history, end: now + rest * 1000 };
}

const iso = (instant: number): string => new Date(instant).toISOString();
const choices = (gap: { min: number; max: number }) =>
  fc.array(fc.record({ pick: fc.nat({ max: 1000 }), gap: fc.integer(gap) }), { maxLength: 40 });
const lives = fc.tuple(choices({ min: 0, max: 300_000 }), fc.nat({ max: 300_000 })).map(([steps, rest]) => live(steps, rest));

it('time run and time stopped are the time passed, whatever is asked, answered, offered and refused in whatever order', () => {
  fc.assert(
    fc.property(lives, ({ times, end }) => {
      const { usedSeconds, pausedSeconds } = readClock(times, end);
      const until = times.stoppedAt === null ? end : Date.parse(times.stoppedAt);
      expect(usedSeconds + pausedSeconds).toBe((until - START) / 1000);
    }),
    { numRuns: 500 },
  );
});

it('the stages share out exactly the time of the clock, what ran and what stood still, until somebody is on the ground', () => {
  fc.assert(
    fc.property(
      lives.filter(({ times }) => times.stoppedAt === null),
      ({ times, history, end }) => {
        const clock = readClock(times, end);
        const stages = readStages(history, times.urgency, end);
        const sum = (of: 'usedSeconds' | 'pausedSeconds') => stages.reduce((total, stage) => total + stage[of], 0);
        expect([sum('usedSeconds'), sum('pausedSeconds')]).toEqual([clock.usedSeconds, clock.pausedSeconds]);
        expect(stages.some(({ state }) => state === 'paused')).toBe(clock.state === 'paused');
        expect(stages.some(({ state }) => state === 'running')).toBe(clock.state === 'running');
      },
    ),
    { numRuns: 500 },
  );
});

it('no time is ever negative, also when the clock of the machine jumps back and forth', () => {
  fc.assert(
    fc.property(choices({ min: -100_000, max: 100_000 }), fc.integer({ min: -100_000, max: 100_000 }), (steps, rest) => {
      const { times, history, end } = live(steps, rest);
      const clock = readClock(times, end);
      const all = readStages(history, times.urgency, end).flatMap(({ usedSeconds, pausedSeconds }) => [usedSeconds, pausedSeconds]);
      expect([clock.usedSeconds, clock.pausedSeconds, ...all].every((seconds) => seconds >= 0)).toBe(true);
    }),
  );
});

it('stops the clock of the stage in which the office was asked, and of the one that follows while it still owes the answer', () => {
  const line = (kind: string, hours: number, toState: SurgeState | null = null): HistoryLine => ({
    kind,
    at: iso(START + hours * 3_600_000),
    toState,
    offerId: null,
  });
  const history = [
    line('submit', 0, 'submitted'),
    line('review', 1, 'under-review'),
    line('approve', 2, 'approved'),
    line('match', 3, 'matching'),
    line('ask', 5),
    line('offer', 8, 'offered'),
    line('answer', 12),
    line('fill', 13, 'filled'),
    line('ask', 14),
    line('go-on', 20),
  ];
  const hours = readStages(history, 'immediate', START + 22 * 3_600_000).map(({ stage, usedSeconds, pausedSeconds }) => [
    stage,
    usedSeconds / 3600,
    pausedSeconds / 3600,
  ]);
  expect(hours).toEqual([
    ['triage', 1, 0],
    ['decision', 1, 0],
    ['match', 3, 3],
    ['offer', 1, 4],
    ['release', 0, 0],
    ['travel', 3, 6],
  ]);
});

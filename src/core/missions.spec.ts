import fc from 'fast-check';
import { addDays, type IsoDate } from './dates.js';
import { DomainError } from './errors.js';
import {
  canLookBack,
  daysServed,
  MISSION_ENDS,
  MISSION_STATES,
  MISSION_STEP_NAMES,
  MISSION_STEPS,
  type MissionStanding,
  type MissionStep,
  missionAfter,
  missionAfterStandDown,
  missionStepsFrom,
  missionStepsOn,
} from './missions.js';

const mission = (change: Partial<MissionStanding> = {}): MissionStanding => ({
  state: 'deployed',
  from: '2026-12-07',
  to: '2026-12-27',
  arrivedOn: '2026-12-07',
  reportedAt: null,
  rating: null,
  ...change,
});
const TODAY = '2026-12-10';
const after = (standing: MissionStanding, step: MissionStep, day?: IsoDate, reason: string | null = 'because') =>
  missionAfter(standing, step, { day, reason }, TODAY);

it('has no state that cannot be reached or left, but its ends', () => {
  const reached = new Set(['confirmed', 'cancelled', ...MISSION_STEP_NAMES.map((step) => MISSION_STEPS[step].to)]);
  expect(MISSION_STATES.filter((state) => !reached.has(state))).toEqual([]);
  expect(MISSION_STATES.filter((state) => missionStepsFrom(state).length === 0)).toEqual(MISSION_ENDS.filter((end) => end !== 'replaced'));
});

it('refuses every step that the table does not have, and says what is possible', () => {
  for (const state of MISSION_STATES)
    for (const step of MISSION_STEP_NAMES.filter((name) => !MISSION_STEPS[name].from.includes(state)))
      expect(() => after(mission({ state }), step, '2026-12-20')).toThrow(expect.objectContaining({ code: 'mission.not-allowed' }));
  expect(() => after(mission({ state: 'completed' }), 'extend', '2027-01-10')).toThrow('Now it can take: close');
});

it('records an arrival when it has happened, near the dates of the mission', () => {
  const briefed = mission({ state: 'briefed', arrivedOn: null });
  expect(after(briefed, 'deploy', '2026-12-08')).toEqual({ state: 'deployed', arrivedOn: '2026-12-08' });
  expect(() => after(briefed, 'deploy', '2026-12-11')).toThrow('once it has happened');
  expect(() => after(briefed, 'deploy', '2026-11-01')).toThrow('lies between 2026-11-23 and 2026-12-27');
  expect(() => after(briefed, 'deploy')).toThrow('real date');
});

it('begins with an early arrival, and ends with whoever left later', () => {
  const briefed = mission({ state: 'briefed', arrivedOn: null });
  expect(after(briefed, 'deploy', '2026-12-04')).toEqual({ state: 'deployed', arrivedOn: '2026-12-04', from: '2026-12-04' });
  const complete = (day: IsoDate | undefined, today: IsoDate) => missionAfter(mission(), 'complete', { day }, today);
  expect(complete('2026-12-29', '2026-12-30')).toEqual({ state: 'completed', to: '2026-12-29' });
  expect(complete('2026-12-27', '2026-12-30')).toEqual({ state: 'completed' });
  expect(complete('', '2026-12-30')).toEqual({ state: 'completed' });
  expect(() => complete('2026-12-31', '2026-12-30')).toThrow('once it has happened');
  expect(() => complete('2026-12-26', '2026-12-30')).toThrow('has ended early');
  expect(() => complete('2026-12-32', '2026-12-30')).toThrow('real date');
});

it('lets somebody who was replaced on the ground look back, and nobody who never arrived', () => {
  const replaced = mission({ state: 'replaced', to: TODAY });
  expect(canLookBack(replaced)).toBe(true);
  expect(missionStepsOn(replaced, TODAY)).toEqual([]);
  expect(() => after(replaced, 'close')).toThrow('still missing');
  const told = { ...replaced, reportedAt: 'x', rating: 4 as const };
  expect(missionStepsOn(told, TODAY)).toEqual(['close']);
  expect(after(told, 'close')).toEqual({ state: 'closed' });
  const never = mission({ state: 'replaced', arrivedOn: null });
  expect(canLookBack(never)).toBe(false);
  expect(() => after({ ...never, reportedAt: 'x', rating: 4 }, 'close')).toThrow('can take no further step');
});

it('extends to a later day only, without changing where it stands', () => {
  expect(after(mission(), 'extend', '2027-01-15')).toEqual({ state: 'deployed', to: '2027-01-15' });
  expect(after(mission({ state: 'confirmed', arrivedOn: null }), 'extend', '2027-01-15')).toEqual({ state: 'confirmed', to: '2027-01-15' });
  expect(() => after(mission(), 'extend', '2026-12-27')).toThrow('until 2026-12-27 already');
  expect(() => after(mission(), 'extend', '2029-01-01')).toThrow('at most 731 days');
  expect(() => after(mission(), 'extend', '2026-02-31')).toThrow('real date');
});

it('ends early between the arrival and the day before the last', () => {
  expect(after(mission(), 'end-early', '2026-12-07')).toEqual({ state: 'completed', to: '2026-12-07' });
  expect(() => after(mission(), 'end-early', '2026-12-27')).toThrow('the day before 2026-12-27');
  expect(() => after(mission(), 'end-early', '2026-12-06')).toThrow('from 2026-12-07');
});

it('completes from the last day on, because whoever leaves before has ended early', () => {
  expect(() => after(mission(), 'complete')).toThrow('goes on until 2026-12-27');
  expect(missionAfter(mission(), 'complete', {}, '2026-12-27')).toEqual({ state: 'completed' });
});

it('ends with the day of the replacement where somebody was on the ground, within the agreed days', () => {
  expect(after(mission(), 'replace')).toEqual({ state: 'replaced', to: TODAY });
  expect(after(mission({ arrivedOn: null, state: 'briefed' }), 'replace')).toEqual({ state: 'replaced' });
  const late = mission({ arrivedOn: '2026-12-12' });
  expect(after(late, 'replace')).toEqual({ state: 'replaced', to: '2026-12-12' });
  expect(() => after(late, 'end-early', '2026-12-11')).toThrow('from 2026-12-12');
  expect(missionAfter(mission(), 'replace', { reason: 'Ill.' }, '2027-02-01')).toEqual({ state: 'replaced', to: '2026-12-27' });
});

it('is cancelled before the arrival and ends after it when the request is stood down, and is left alone when it is over', () => {
  const outcomes = MISSION_STATES.map((state) => [state, missionAfterStandDown(mission({ state }), TODAY)]);
  expect(Object.fromEntries(outcomes)).toEqual({
    confirmed: { state: 'cancelled' },
    briefed: { state: 'cancelled' },
    deployed: { state: 'completed', to: TODAY },
    completed: null,
    closed: null,
    replaced: null,
    cancelled: null,
  });
});

it('asks for a reason where a human has to say why', () => {
  for (const step of MISSION_STEP_NAMES.filter((name) => MISSION_STEPS[name].reason))
    expect(() => after(mission(), step, '2026-12-12', '  ')).toThrow('Give a reason');
});

it('closes when the report and the rating are in, and names what is missing', () => {
  const completed = mission({ state: 'completed' });
  expect(() => after(completed, 'close')).toThrow('the report by the expert and the rating by the office');
  expect(() => after({ ...completed, reportedAt: 'x' }, 'close')).toThrow('still missing: the rating by the office');
  expect(after({ ...completed, reportedAt: 'x', rating: 4 }, 'close')).toEqual({ state: 'closed' });
});

it('offers on a day what can be done on that day: none of it is refused', () => {
  expect(missionStepsOn(mission(), TODAY)).toEqual(['extend', 'end-early', 'replace']);
  expect(missionStepsOn(mission(), '2026-12-27')).toEqual(['extend', 'end-early', 'complete', 'replace']);
  expect(missionStepsOn(mission({ to: '2026-12-07' }), TODAY)).toEqual(['extend', 'complete', 'replace']);
  expect(missionStepsOn(mission({ state: 'completed', rating: 3 }), TODAY)).toEqual([]);
  expect(missionStepsOn(mission({ state: 'completed', rating: 3, reportedAt: 'x' }), TODAY)).toEqual(['close']);
});

it('counts the days on the ground with both ends, and never more than the mission has', () => {
  expect(daysServed(mission({ arrivedOn: null }), TODAY)).toBe(0);
  expect(daysServed(mission(), TODAY)).toBe(4);
  expect(daysServed(mission({ state: 'completed' }), '2027-03-01')).toBe(21);
  expect(daysServed(mission({ state: 'completed', to: '2026-12-12' }), TODAY)).toBe(4);
  const days = fc.integer({ min: 0, max: 700 });
  fc.assert(
    fc.property(days, days, (length, passed) => {
      const standing = mission({ to: addDays('2026-12-07', length) });
      const served = daysServed(standing, addDays('2026-12-07', passed));
      expect(served).toBe(Math.min(length, passed) + 1);
    }),
  );
});

it('never does anything but change the mission or refuse with a sentence', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MISSION_STATES),
      fc.constantFrom(...MISSION_STEP_NAMES),
      fc.string(),
      fc.string(),
      (state, step, day, reason) => {
        try {
          const change = missionAfter(mission({ state }), step, { day, reason }, TODAY);
          expect(MISSION_STATES).toContain(change.state);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      },
    ),
  );
});

import fc from 'fast-check';
import { DomainError } from './errors.js';
import {
  type ClockTimes,
  clockOn,
  FINAL_STATES,
  owesAfter,
  PAST_STATES,
  QUEUE_STATES,
  readClock,
  SURGE_STATES,
  SURGE_STEP_NAMES,
  SURGE_STEPS,
  type SurgeState,
  stepFrom,
  stepsFrom,
  URGENCY_HOURS,
} from './surge.js';

const START = Date.parse('2026-11-24T10:00:00.000Z');
const HOUR = 3_600_000;
const at = (hours: number) => new Date(START + hours * HOUR).toISOString();
const running: ClockTimes = { urgency: 'immediate', submittedAt: at(0), pausedAt: null, pausedSeconds: 0, stoppedAt: null };

/** All states that can be reached from the given one. */
function reachable(from: SurgeState): Set<SurgeState> {
  const seen = new Set<SurgeState>([from]);
  for (const state of seen) for (const step of stepsFrom(state)) seen.add(SURGE_STEPS[step].to);
  return seen;
}

describe('the table of steps', () => {
  it('reaches every state from a draft', () => {
    expect([...reachable('draft')].sort()).toEqual([...SURGE_STATES].sort());
  });

  it.each(SURGE_STATES)('has a way from %s to an end', (state) => {
    expect(FINAL_STATES.some((end) => reachable(state).has(end))).toBe(true);
  });

  it('takes no step from a final state, and one from every other', () => {
    for (const state of SURGE_STATES) expect(stepsFrom(state).length === 0).toBe(FINAL_STATES.includes(state));
  });

  it('lists every state but drafts either in the queue or apart from it', () => {
    expect([...QUEUE_STATES, ...PAST_STATES, 'draft'].sort()).toEqual([...SURGE_STATES].sort());
    expect(QUEUE_STATES).not.toContain('deployed');
  });

  it('goes from a request to a closed mission', () => {
    const steps = [
      'submit',
      'review',
      'ask',
      'answer',
      'approve',
      'match',
      'offer',
      'reopen',
      'offer',
      'fill',
      'deploy',
      'complete',
      'close',
    ] as const;
    expect(steps.reduce<SurgeState>((state, step) => stepFrom(state, step), 'draft')).toBe('closed');
  });

  it('asks the office in every stage from the review to the arrival, once at a time, and stays where the request stood', () => {
    for (const state of ['approved', 'matching', 'offered', 'filled'] as const) {
      expect(stepFrom(state, 'ask')).toBe(state);
      expect(owesAfter('ask', state, false)).toBe(true);
      expect(stepsFrom(state, true)).not.toContain('ask');
      for (const step of ['answer', 'go-on'] as const) {
        expect(() => stepFrom(state, step)).toThrow('the office owes an answer');
        expect(stepFrom(state, step, true)).toBe(state);
        expect(owesAfter(step, state, true)).toBe(false);
      }
    }
    for (const state of ['submitted', 'confirming', 'deployed', 'completed'] as const) expect(stepsFrom(state)).not.toContain('ask');
    expect(owesAfter('offer', 'offered', true)).toBe(true);
    expect(owesAfter('deploy', 'deployed', true)).toBe(false);
  });

  it('refuses everything else with a sentence that says what is allowed', () => {
    for (const state of SURGE_STATES) {
      for (const step of SURGE_STEP_NAMES.filter((name) => !stepsFrom(state).includes(name))) {
        let refusal: unknown;
        try {
          stepFrom(state, step);
        } catch (error) {
          refusal = error;
        }
        expect(refusal).toBeInstanceOf(DomainError);
        const message = refusal instanceof DomainError ? refusal.message : '';
        for (const allowed of stepsFrom(state)) expect(message).toContain(allowed.replaceAll('-', ' '));
      }
    }
  });

  it('never fills a seat or deploys without a person: only answers to offers fill, only officers deploy', () => {
    expect(SURGE_STEPS.offer.by).toEqual(['officer']);
    expect(SURGE_STEPS.deploy.by).toEqual(['officer']);
    expect(SURGE_STEPS.fill.from).toEqual(['offered']);
  });
});

describe('the clock', () => {
  it('gives 72 hours, 7 days and 30 days', () => {
    expect(URGENCY_HOURS).toEqual({ immediate: 72, urgent: 168, planned: 720 });
  });

  it('does not run for a draft', () => {
    expect(readClock({ ...running, submittedAt: null }, START)).toMatchObject({ state: 'not-started', usedPermille: 0 });
  });

  it('is late one second after 72 hours, not at 72 hours', () => {
    expect(readClock(running, START + 72 * HOUR)).toMatchObject({ usedPermille: 1000, late: false, dueAt: START + 72 * HOUR });
    expect(readClock(running, START + 72 * HOUR + 1000)).toMatchObject({ late: true });
  });

  it('stands still while the requesting side owes an answer, and its end moves by the pause', () => {
    const paused = clockOn(running, 'more-information', at(10));
    expect(readClock(paused, START + 40 * HOUR)).toMatchObject({ state: 'paused', usedSeconds: 36_000, dueAt: null });
    const resumed = clockOn(paused, 'under-review', at(40));
    expect(readClock(resumed, START + 41 * HOUR)).toMatchObject({ state: 'running', usedSeconds: 39_600, dueAt: START + 102 * HOUR });
  });

  it('stops for good on deployment and keeps its reading', () => {
    const stopped = clockOn(running, 'deployed', at(50));
    expect(readClock(clockOn(stopped, 'completed', at(500)), START + 900 * HOUR)).toMatchObject({ state: 'stopped', usedSeconds: 180_000 });
  });

  it('stops when the request ends while it is paused, and does not count the pause', () => {
    const ended = clockOn(clockOn(running, 'more-information', at(5)), 'stood-down', at(30));
    expect(readClock(ended, START + 90 * HOUR)).toMatchObject({ state: 'stopped', usedSeconds: 18_000 });
  });

  it('no longer changes once it has stopped, whatever is asked later', () => {
    const stopped = clockOn(running, 'deployed', at(50));
    const asked = clockOn(clockOn(stopped, 'matching', at(60), false), 'matching', at(61), true);
    expect(readClock(asked, START + 90 * HOUR)).toMatchObject({ state: 'stopped', usedSeconds: 180_000, pausedSeconds: 0 });
    expect(clockOn(asked, 'matching', at(80), false)).toMatchObject({ pausedAt: null, pausedSeconds: 0 });
  });

  it('used and paused time add up to the time gone by, whatever is asked and answered', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 20 }), (gaps) => {
        let now = START;
        let times = running;
        let paused = 0;
        gaps.forEach((seconds, index) => {
          now += seconds * 1000;
          if (index % 2 === 1) paused += seconds;
          times = clockOn(times, index % 2 === 0 ? 'more-information' : 'under-review', new Date(now).toISOString());
        });
        expect(readClock(times, now).usedSeconds + paused).toBe((now - START) / 1000);
      }),
    );
  });
});

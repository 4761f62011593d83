import fc from 'fast-check';
import { DomainError } from './errors.js';
import {
  ALTERNATIVE_STATES,
  ALTERNATIVE_STEP_NAMES,
  ALTERNATIVE_STEPS,
  type AlternativeStanding,
  alternativeAfter,
  alternativeStepsOpenTo,
  arrangementClock,
  arrangementOf,
} from './surge-alternatives.js';
import { ALTERNATIVES } from './surge-decision.js';

const standing = (change: Partial<AlternativeStanding> = {}): AlternativeStanding => ({
  alternative: 'remote-support',
  state: 'offered',
  answeredAt: null,
  arrangedAt: null,
  ...change,
});
const START = Date.parse('2026-11-24T10:00:00.000Z');
const HOUR = 3_600_000;

it('is answered by the office, and arranged by the desk', () => {
  expect(alternativeAfter(standing(), 'take-up', 'requester')).toBe('taken-up');
  expect(alternativeAfter(standing(), 'turn-down', 'requester')).toBe('turned-down');
  expect(alternativeAfter(standing({ state: 'taken-up' }), 'arrange', 'officer')).toBe('arranged');
  expect(alternativeAfter(standing({ state: 'arranged' }), 'arrange', 'officer')).toBe('arranged');
  for (const [step, side] of [
    ['take-up', 'officer'],
    ['turn-down', 'officer'],
    ['arrange', 'requester'],
    ['take-up', undefined],
  ] as const)
    expect(() => alternativeAfter(standing(), step, side)).toThrow(expect.objectContaining({ code: 'access.not-allowed' }));
});

it('takes the same answer twice for one, and another mind as long as nothing follows from the first', () => {
  expect(alternativeAfter(standing({ state: 'taken-up' }), 'take-up', 'requester')).toBe('unchanged');
  expect(alternativeAfter(standing({ state: 'turned-down' }), 'turn-down', 'requester')).toBe('unchanged');
  expect(alternativeAfter(standing({ state: 'turned-down' }), 'take-up', 'requester')).toBe('taken-up');
  expect(alternativeAfter(standing({ state: 'taken-up' }), 'turn-down', 'requester')).toBe('turned-down');
  expect(() => alternativeAfter(standing({ state: 'arranged' }), 'turn-down', 'requester')).toThrow('nothing more can be done');
  const written = standing({ alternative: 'technical-mission', state: 'taken-up' });
  expect(() => alternativeAfter(written, 'turn-down', 'requester')).toThrow('nothing more can be done');
  expect(() => alternativeAfter(written, 'arrange', 'officer')).toThrow('nothing more can be done');
});

it('offers what can be done and refuses all else with a sentence', () => {
  const any = fc.record({
    alternative: fc.constantFrom(...ALTERNATIVES),
    state: fc.constantFrom(...ALTERNATIVE_STATES),
    side: fc.constantFrom('requester' as const, 'officer' as const, undefined),
    step: fc.constantFrom(...ALTERNATIVE_STEP_NAMES),
  });
  fc.assert(
    fc.property(any, ({ side, step, ...of }) => {
      const one = standing(of);
      if (alternativeStepsOpenTo(side, one).includes(step)) expect(alternativeAfter(one, step, side)).toBe(ALTERNATIVE_STEPS[step].to);
      else if (one.state !== ALTERNATIVE_STEPS[step].to) expect(() => alternativeAfter(one, step, side)).toThrow(DomainError);
    }),
  );
});

it('names who helps and until when, both at once where both are missing', () => {
  expect(arrangementOf({ who: ' Regional office, Nairobi ', until: '2026-12-31' }, '2026-11-24')).toEqual({
    who: 'Regional office, Nairobi',
    until: '2026-12-31',
  });
  const fields = (given: Parameters<typeof arrangementOf>[0]) => {
    try {
      arrangementOf(given, '2026-11-24');
      return [];
    } catch (error) {
      return error instanceof DomainError ? error.fields.map(({ field }) => field) : ['?'];
    }
  };
  expect(fields({})).toEqual(['who', 'until']);
  expect(fields({ who: 'Somebody', until: '2026-11-23' })).toEqual(['until']);
  expect(fields({ who: ' ', until: '2026-11-24' })).toEqual(['who']);
  expect(fields({ who: 'Somebody', until: '2026-02-30' })).toEqual(['until']);
});

it('gives the desk the time of finding experts, from the taking up to the arrangement', () => {
  const taken = standing({ state: 'taken-up', answeredAt: new Date(START).toISOString() });
  expect(arrangementClock(standing(), 'immediate', START)).toBeNull();
  expect(arrangementClock({ ...taken, alternative: 'technical-mission' }, 'immediate', START)).toBeNull();
  expect(arrangementClock({ ...taken, state: 'turned-down' }, 'immediate', START)).toBeNull();
  expect(arrangementClock(taken, 'immediate', START + 8 * HOUR)).toEqual({
    allowedSeconds: 28_800,
    usedSeconds: 28_800,
    dueAt: START + 8 * HOUR,
    late: false,
  });
  expect(arrangementClock(taken, 'immediate', START + 8 * HOUR + 1000)).toMatchObject({ late: true });
  expect(arrangementClock(taken, 'immediate', START - HOUR)).toMatchObject({ usedSeconds: 0 });
  const arranged = { ...taken, state: 'arranged' as const, arrangedAt: new Date(START + HOUR).toISOString() };
  expect(arrangementClock(arranged, 'immediate', START + 90 * HOUR)).toMatchObject({ usedSeconds: 3600, dueAt: null, late: false });
});

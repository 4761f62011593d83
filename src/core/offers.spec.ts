import { accepted, declined, givenUp, lapsed, OFFER_HOURS, OFFER_STATES, type OfferStanding, reminderHours, withdrawn } from './offers.js';

const NOW = Date.parse('2026-11-24T10:00:00.000Z');
const open: OfferStanding = { state: 'sent', deadline: '2026-11-24T10:00:01.000Z', answeredAt: null, answerReason: null };
const due: OfferStanding = { ...open, deadline: '2026-11-24T10:00:00.000Z' };
const refusal = (code: string) => expect.objectContaining({ code });

describe('an open offer', () => {
  it('is accepted while a seat is free', () => {
    expect(accepted(open, { free: 1, held: 0 }, NOW)).toEqual({
      state: 'accepted',
      answeredAt: '2026-11-24T10:00:00.000Z',
      answerReason: null,
    });
  });

  it('cannot be accepted when all seats are taken', () => {
    expect(() => accepted(open, { free: 0, held: 0 }, NOW)).toThrow(refusal('offer.seats-taken'));
  });

  it('stays open while all seats are taken, when one of them may become free again', () => {
    expect(() => accepted(open, { free: 0, held: 1 }, NOW)).toThrow(refusal('offer.seats-held'));
  });

  it('is declined with the reason', () => {
    expect(declined(open, 'Teaching that week', NOW)).toMatchObject({ state: 'declined', answerReason: 'Teaching that week' });
  });

  it('lapses at the instant of its deadline, and not before', () => {
    expect(lapsed(open, NOW)).toBe('unchanged');
    expect(lapsed(due, NOW)).toMatchObject({ state: 'lapsed' });
  });

  it('cannot be answered from the instant of its deadline on, even before the job has run', () => {
    expect(() => accepted(due, { free: 1, held: 0 }, NOW)).toThrow(refusal('offer.expired'));
    expect(() => declined(due, null, NOW)).toThrow(refusal('offer.expired'));
  });
});

describe('an answered offer', () => {
  it('takes the same answer again kindly', () => {
    expect(accepted({ ...due, state: 'accepted' }, { free: 0, held: 0 }, NOW)).toBe('unchanged');
    expect(declined({ ...due, state: 'declined' }, 'other words', NOW)).toBe('unchanged');
  });

  it('refuses the opposite answer', () => {
    expect(() => declined({ ...open, state: 'accepted' }, null, NOW)).toThrow(refusal('offer.not-open'));
    expect(() => accepted({ ...open, state: 'declined' }, { free: 1, held: 0 }, NOW)).toThrow(refusal('offer.not-open'));
    expect(() => accepted({ ...open, state: 'withdrawn' }, { free: 1, held: 0 }, NOW)).toThrow(refusal('offer.not-open'));
    expect(() => accepted({ ...open, state: 'lapsed' }, { free: 1, held: 0 }, NOW)).toThrow(refusal('offer.expired'));
  });

  it('tells who comes after the last seat that the places are taken', () => {
    expect(() => accepted({ ...open, state: 'withdrawn', answerReason: 'filled' }, { free: 0, held: 0 }, NOW)).toThrow(
      refusal('offer.seats-taken'),
    );
  });

  it.each(OFFER_STATES.filter((state) => state !== 'sent'))('neither lapses nor is withdrawn when it is %s', (state) => {
    expect(lapsed({ ...due, state }, NOW)).toBe('unchanged');
    expect(withdrawn({ ...due, state }, 'filled', NOW)).toBe('unchanged');
  });
});

describe('a place that is given up', () => {
  it('was accepted before, and ends with the reason', () => {
    const place: OfferStanding = { ...open, state: 'accepted', answeredAt: '2026-11-24T09:00:00.000Z' };
    expect(givenUp(place, 'release-refused', NOW)).toEqual({
      state: 'withdrawn',
      answeredAt: '2026-11-24T10:00:00.000Z',
      answerReason: 'release-refused',
    });
  });

  it.each(OFFER_STATES.filter((state) => state !== 'accepted'))('is none when the offer is %s', (state) => {
    expect(() => givenUp({ ...open, state }, 'by-officer', NOW)).toThrow(refusal('offer.not-open'));
  });
});

describe('the reminder', () => {
  it('comes when a quarter of the time is left, and never more than a day before the deadline', () => {
    expect(Object.values(OFFER_HOURS).map(reminderHours)).toEqual([3, 6, 18]);
    expect(reminderHours(1)).toBe(0.25);
    expect(reminderHours(14 * 24)).toBe(24);
  });
});

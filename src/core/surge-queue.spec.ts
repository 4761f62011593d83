import fc from 'fast-check';
import { SEVERITIES, URGENCIES } from './surge.js';
import { orderQueue, QUEUE_MOVES, type QueueEntry } from './surge-queue.js';

const NOW = Date.parse('2026-11-24T10:00:00.000Z');
const ago = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();

function entry(reference: string, over: Partial<QueueEntry> = {}): QueueEntry {
  return {
    reference,
    urgency: 'urgent',
    severity: 3,
    move: 'as-ruled',
    submittedAt: ago(10),
    pausedAt: null,
    pausedSeconds: 0,
    stoppedAt: null,
    ...over,
  };
}

const entries = fc.uniqueArray(
  fc.record({
    reference: fc.integer({ min: 1, max: 40 }).map((number) => `SR-2026-${String(number).padStart(4, '0')}`),
    urgency: fc.constantFrom(...URGENCIES),
    severity: fc.constantFrom(...SEVERITIES),
    move: fc.constantFrom(...QUEUE_MOVES),
    submittedAt: fc.integer({ min: 0, max: 5 }).map(ago),
    pausedAt: fc.constant(null),
    pausedSeconds: fc.constantFrom(0, 3600),
    stoppedAt: fc.constant(null),
  }),
  { selector: (one) => one.reference, maxLength: 30 },
);

describe('orderQueue', () => {
  it.each([
    [
      'what an officer moved goes before everything',
      entry('A', { move: 'first', urgency: 'planned', severity: 1 }),
      entry('B', { urgency: 'immediate', severity: 5 }),
    ],
    [
      'what an officer put back goes behind everything',
      entry('A', { urgency: 'planned', severity: 1 }),
      entry('B', { move: 'last', urgency: 'immediate', severity: 5 }),
    ],
    ['immediate before urgent, whatever the severity', entry('A', { urgency: 'immediate', severity: 1 }), entry('B', { severity: 5 })],
    ['the graver before the longer waiting', entry('A', { severity: 4, submittedAt: ago(1) }), entry('B', { submittedAt: ago(100) })],
    [
      'more of the clock used first: a pause counts for the clock',
      entry('A', { submittedAt: ago(10) }),
      entry('B', { submittedAt: ago(12), pausedSeconds: 5 * 3600 }),
    ],
    ['equal in thousandths of the clock: the longer waiting', entry('B', { submittedAt: ago(10.02) }), entry('A')],
    ['equal in everything: the smaller reference', entry('A'), entry('B')],
  ])('%s', (_rule, first, second) => {
    expect(orderQueue([second, first], NOW).map((place) => place.entry.reference)).toEqual([first.reference, second.reference]);
  });

  it('gives the numbers that it compared', () => {
    expect(orderQueue([entry('A', { urgency: 'immediate', severity: 4, submittedAt: ago(36) })], NOW)[0]).toMatchObject({
      place: 1,
      terms: { move: 1, urgency: 3, severity: 4, clock: 500, waiting: 129_600 },
    });
  });

  it('is one order whatever order the requests come in, and places count from 1 without gaps', () => {
    fc.assert(
      fc.property(
        entries.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const order = orderQueue(list, NOW);
          expect(orderQueue(shuffled, NOW)).toEqual(order);
          expect(order.map((place) => place.place)).toEqual(list.map((_, index) => index + 1));
        },
      ),
    );
  });

  it('is total: of two requests, adding others never turns them round', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const order = orderQueue(list, NOW).map((place) => place.entry);
        order.forEach((one, index) => {
          for (const later of order.slice(index + 1)) expect(orderQueue([later, one], NOW)[0]?.entry.reference).toBe(one.reference);
        });
      }),
      { numRuns: 30 },
    );
  });
});

import fc from 'fast-check';
import { Best } from './best.js';

describe('the best few of many', () => {
  it('are those that sorting all would put first, equals by roster number, in whatever order they came', () => {
    const totals = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(1_000_000)), { maxLength: 60 });
    fc.assert(
      fc.property(totals, fc.integer({ min: 0, max: 70 }), fc.nat(2 ** 32 - 61), (drawn, keep, lowest) => {
        const all = drawn.map((total, row) => ({ total, row, number: lowest + ((row * 37) % 60) }));
        const best = new Best(keep);
        for (const { total, number, row } of all) best.offer(total, number, row);
        const sorted = [...all].sort((a, b) => b.total - a.total || a.number - b.number);
        expect(best.inOrder()).toEqual(sorted.slice(0, keep));
        expect(best.needed).toBe(keep === 0 ? Number.POSITIVE_INFINITY : (sorted[keep - 1]?.total ?? 0));
      }),
    );
  });
});

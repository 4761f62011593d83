import fc from 'fast-check';
import { Best } from './best.js';

describe('the best few of many', () => {
  it('are those that sorting all would put first, equals by row', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }), fc.integer({ min: 0, max: 70 }), (totals, keep) => {
        const best = new Best(keep, totals.length);
        for (const [row, total] of totals.entries()) best.offer(total, row);
        const sorted = [...totals.keys()].sort((a, b) => (totals[b] as number) - (totals[a] as number) || a - b);
        expect(best.inOrder()).toEqual(sorted.slice(0, keep));
      }),
    );
  });
});

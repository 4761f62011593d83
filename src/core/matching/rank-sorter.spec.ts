import fc from 'fast-check';
import { RankSorter } from './rank-sorter.js';

it('sorts every other of some ranks, list after list', () => {
  const rank = fc.integer({ min: 1, max: 5_000_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(rank, rank), { minLength: 1, maxLength: 60 }), (pairs) => {
      const sorter = new RankSorter(pairs.length);
      const mixed = Int32Array.from(pairs.flat());
      for (const first of [0, 1])
        expect([...sorter.sorted(mixed, first, 2)]).toEqual(pairs.map((pair) => pair[first] as number).sort((a, b) => a - b));
    }),
  );
});

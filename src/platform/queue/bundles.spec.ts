import { bundled } from './bundles.js';

const jobs = (count: number) => Array.from({ length: count }, (_, number) => ({ id: `job${number}`, handovers: number + 1 }));

describe('bundles', () => {
  it.each([
    [0, []],
    [1, [1]],
    [20, Array(20).fill(1)],
    [30, Array(15).fill(2)],
    [101, [...Array(16).fill(6), 5]],
    [500, Array(50).fill(10)],
    [1005, [...Array(100).fill(10), 5]],
  ])('share %i jobs out', (count, sizes) => {
    const found = bundled(jobs(count));
    expect(found.map(({ ids }) => ids.length)).toEqual(sizes);
    expect(found.flatMap(({ ids }) => ids)).toEqual(jobs(count).map(({ id }) => id));
  });

  it('are known by their first job and how often that was handed over', () => {
    expect(
      bundled(jobs(21))
        .map(({ jobId }) => jobId)
        .slice(0, 2),
    ).toEqual(['job0-1', 'job2-3']);
  });
});

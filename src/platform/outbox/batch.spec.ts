import { Batch } from './batch.js';

describe('Batch', () => {
  it('does what arrives together in one go, and what arrives meanwhile in the next', async () => {
    const batches: number[][] = [];
    let late: Promise<number | undefined> | undefined;
    const batch: Batch<number, number> = new Batch(async (items) => {
      batches.push([...items]);
      late ??= batch.do(4);
      return new Map(items.map((item) => [item, item * 10]));
    });
    expect(await Promise.all([1, 2, 3].map((item) => batch.do(item)))).toEqual([10, 20, 30]);
    expect(await late).toBe(40);
    expect(batches).toEqual([[1, 2, 3], [4]]);
  });

  it('takes no more at once than it was told to', async () => {
    const sizes: number[] = [];
    const batch = new Batch<number, true>(async (items) => {
      sizes.push(items.length);
      return new Map(items.map((item) => [item, true]));
    }, 2);
    await Promise.all([1, 2, 3, 4, 5].map((item) => batch.do(item)));
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('answers undefined where there is no result', async () => {
    expect(await new Batch<number, number>(async () => new Map()).do(1)).toBeUndefined();
  });

  it('gives a result to one of two callers who ask for the same', async () => {
    const batch = new Batch<number, string>(async (items) => new Map(items.map((item) => [item, 'mine'])));
    expect(await Promise.all([batch.do(1), batch.do(1)])).toEqual(['mine', undefined]);
  });

  it('rejects the calls of a batch that fails, and no other', async () => {
    const batch = new Batch<string, string>(async (items) => {
      if (items.includes('bad')) throw new Error('away');
      return new Map(items.map((item) => [item, item]));
    });
    await expect(Promise.all([batch.do('bad'), batch.do('bystander')])).rejects.toThrow('away');
    expect(await batch.do('good')).toBe('good');
  });
});

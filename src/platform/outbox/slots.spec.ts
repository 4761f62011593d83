import { Slots } from './slots.js';

describe('Slots', () => {
  it('let so many through at once, in order, also when one fails', async () => {
    const slots = new Slots(2);
    const began: number[] = [];
    const ends: (() => void)[] = [];
    const work = (number: number) =>
      slots.during(() => {
        began.push(number);
        return new Promise<void>((resolve, reject) => ends.push(number === 0 ? () => reject(new Error('on purpose')) : resolve));
      });
    const all = Promise.allSettled([0, 1, 2, 3].map(work));
    expect(began).toEqual([0, 1]);
    ends[0]?.();
    await new Promise(setImmediate);
    expect(began).toEqual([0, 1, 2]);
    for (let at = 1; at < 4; at += 1) {
      ends[at]?.();
      await new Promise(setImmediate);
    }
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(began).toEqual([0, 1, 2, 3]);
  });
});

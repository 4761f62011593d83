import { Slots } from './slots.js';

const settled = (): Promise<void> => new Promise(setImmediate);

describe('Slots', () => {
  it('let so many in at once, the others in order', async () => {
    const slots = new Slots(2);
    const entered: number[] = [];
    for (const number of [0, 1, 2, 3]) void slots.enter().then((isIn) => isIn && entered.push(number));
    await settled();
    expect(entered).toEqual([0, 1]);
    slots.leave();
    await settled();
    expect(entered).toEqual([0, 1, 2]);
    slots.leave();
    slots.leave();
    slots.leave();
    await settled();
    expect(entered).toEqual([0, 1, 2, 3]);
    expect(await Promise.all([slots.enter(), slots.enter()])).toEqual([true, true]);
  });

  it('turn away who waits and who comes when they are closed, and nobody who is in', async () => {
    const slots = new Slots(1);
    expect(await slots.enter()).toBe(true);
    const waiting = Promise.all([slots.enter(), slots.enter()]);
    slots.close();
    expect(await waiting).toEqual([false, false]);
    slots.leave();
    expect(await slots.enter()).toBe(false);
  });
});

import { setImmediate as nextTurn } from 'node:timers/promises';
import { Breath } from './breath.js';

describe('a breath between statements', () => {
  let time = 0;
  /** How many turns of the event loop are waited for. */
  async function turnsFor(work: () => Promise<void>): Promise<number> {
    let [turns, counting] = [0, true];
    const count = () => {
      turns += 1;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    await work();
    counting = false;
    return turns;
  }

  it('is not taken while a turn is short', async () => {
    const breath = new Breath(() => time);
    const turns = await turnsFor(async () => {
      for (let statement = 0; statement < 9; statement += 1) {
        await breath.whenDue();
        time += 1;
      }
    });
    expect(turns).toBe(0);
  });

  it('is taken each time when one turn has lasted long', async () => {
    const breath = new Breath(() => time);
    const turns = await turnsFor(async () => {
      for (let statement = 0; statement < 4; statement += 1) {
        await breath.whenDue();
        time += 15;
      }
    });
    expect(turns).toBe(3);
  });

  it('counts a new turn from its own start', async () => {
    const breath = new Breath(() => time);
    await breath.whenDue();
    time += 9;
    await nextTurn();
    time += 9;
    expect(await turnsFor(() => breath.whenDue())).toBe(0);
  });
});

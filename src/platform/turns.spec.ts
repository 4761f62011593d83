import { setImmediate } from 'node:timers/promises';
import { Turns } from './turns.js';

describe('turns', () => {
  it('are taken one at a time in the order of asking, and others are served in between', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const callers = [1, 2, 3].map(async (caller) => {
      await turns.next();
      seen.push(`caller ${caller}`);
    });
    const somebodyElse = (async () => {
      for (let turn = 0; turn < 6; turn += 1) {
        await setImmediate();
        seen.push('somebody else');
      }
    })();
    await Promise.all([...callers, somebodyElse]);
    expect(seen.filter((who) => who !== 'somebody else')).toEqual(['caller 1', 'caller 2', 'caller 3']);
    const [first, second, third] = [1, 2, 3].map((caller) => seen.indexOf(`caller ${caller}`)) as [number, number, number];
    expect(seen.slice(first, second)).toContain('somebody else');
    expect(seen.slice(second, third)).toContain('somebody else');
  });
});

import { FixedClock } from '../clock.js';
import { TimeWatch } from './time-watch.js';

describe('TimeWatch', () => {
  let time = 0;
  const clock = FixedClock.at('2026-10-25T00:59:00Z');
  const watch = new TimeWatch(clock, () => time);
  const pass = (milliseconds: number): void => {
    time += milliseconds;
    clock.advance(milliseconds);
  };

  it('says nothing while both move alike, also over the night in which summer time ends', () => {
    pass(3_600_000);
    expect(watch.jump()).toBe(0);
  });

  it('says nothing about a small correction', () => {
    pass(1000);
    clock.advance(-900);
    expect(watch.jump()).toBe(0);
  });

  it.each([3_600_000, -3_600_000])('tells a jump of %s ms, once', (jump) => {
    pass(1000);
    clock.advance(jump);
    expect(watch.jump()).toBe(jump);
    pass(1000);
    expect(watch.jump()).toBe(0);
  });
});

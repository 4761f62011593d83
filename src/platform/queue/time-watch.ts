import type { Clock } from '../clock.js';

/** Smaller differences are a busy process, or a clock that is being corrected as clocks should be. */
const TOLERANCE_MS = 5000;

/** Notices when the clock on the wall moves differently from time itself: somebody set it, or the machine slept. */
export class TimeWatch {
  private wall: number;
  private time: number;

  constructor(
    private readonly clock: Clock,
    private readonly monotonic: () => number = () => performance.now(),
  ) {
    this.wall = clock.now();
    this.time = monotonic();
  }

  /** Milliseconds by which the clock was set forward (positive) or back (negative) since it was asked last; 0 for small ones. */
  jump(): number {
    const wall = this.clock.now();
    const time = this.monotonic();
    const jump = wall - this.wall - (time - this.time);
    this.wall = wall;
    this.time = time;
    return Math.abs(jump) < TOLERANCE_MS ? 0 : jump;
  }
}

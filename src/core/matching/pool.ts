import type { IsoDate } from '../dates.js';
import type { ExpertProfile } from '../expert.js';

/** Profiles prepared for many rankings on one as-of date. */
export class Pool {
  private readonly byNumber: ReadonlyMap<number, ExpertProfile>;

  private constructor(
    readonly profiles: readonly ExpertProfile[],
    readonly asOf: IsoDate,
  ) {
    this.byNumber = new Map(profiles.map((profile) => [profile.number, profile]));
  }

  /** Sorted by roster number. Throws a RangeError when two profiles have the same roster number. */
  static of(profiles: Iterable<ExpertProfile>, asOf: IsoDate): Pool {
    const pool = new Pool([...profiles].sort((a, b) => a.number - b.number), asOf);
    if (pool.byNumber.size !== pool.size) throw new RangeError('two profiles have the same roster number');
    return pool;
  }

  get size(): number {
    return this.profiles.length;
  }

  /** The profile with this roster number. */
  profile(number: number): ExpertProfile | undefined {
    return this.byNumber.get(number);
  }
}

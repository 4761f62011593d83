import type { IsoDate } from '../dates.js';
import type { ExpertProfile } from '../expert.js';
import type { ExperiencePolicy } from '../requirement.js';
import { type ExperienceColumns, experienceColumns, type ProfileColumns, profileColumns } from './columns.js';

const STRICT: ExperiencePolicy = { countUnpaid: false, countInternships: false, countGeneralService: false };

/**
 * Profiles prepared once for many rankings on one as-of date. Never changes: when the roster does, make another. Row i
 * of every column is the i-th profile by roster number, so that the order of rows breaks ties.
 */
export class Pool {
  readonly columns: ProfileColumns;
  private readonly byNumber: ReadonlyMap<number, ExpertProfile>;
  private readonly byPolicy = new Map<string, ExperienceColumns>();

  private constructor(
    readonly profiles: readonly ExpertProfile[],
    readonly asOf: IsoDate,
  ) {
    this.byNumber = new Map(profiles.map((profile) => [profile.number, profile]));
    if (this.byNumber.size !== profiles.length) throw new RangeError('two profiles have the same roster number');
    this.columns = profileColumns(profiles, asOf);
    this.experience(STRICT);
  }

  /** Throws a RangeError when two profiles have the same roster number or a date is none. */
  static of(profiles: Iterable<ExpertProfile>, asOf: IsoDate): Pool {
    return new Pool(
      [...profiles].sort((a, b) => a.number - b.number),
      asOf,
    );
  }

  get size(): number {
    return this.profiles.length;
  }

  /** The profile with this roster number. */
  profile(number: number): ExpertProfile | undefined {
    return this.byNumber.get(number);
  }

  /** Days counted under a policy: the usual one is ready, each of the others is counted when it is first asked for. */
  experience(policy: ExperiencePolicy): ExperienceColumns {
    const key = [policy.countUnpaid, policy.countInternships, policy.countGeneralService].join();
    const known = this.byPolicy.get(key);
    if (known) return known;
    const counted = experienceColumns(this.profiles, this.asOf, policy);
    this.byPolicy.set(key, counted);
    return counted;
  }
}

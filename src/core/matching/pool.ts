import type { IsoDate } from '../dates.js';
import type { ExpertProfile } from '../expert.js';
import type { ExperiencePolicy } from '../requirement.js';
import { factsOf } from './facts.js';
import { type Kernel, theKernel } from './kernel.js';
import type { Part } from './scan.js';
import type { Table } from './table.js';
import { TableBuilder } from './table-builder.js';

const STRICT: ExperiencePolicy = { countUnpaid: false, countInternships: false, countGeneralService: false };
/** Profiles that are packed between two pauses: some milliseconds. */
const AT_ONCE = 200;
const NOBODY: ReadonlySet<number> = new Set();

/**
 * Profiles prepared once for many rankings on one as-of date. Never changes: `with` and `removed` give another pool
 * that shares what did not change, so that a ranking in progress sees one roster and not half of two.
 */
export class Pool {
  private readonly partsByPolicy = new Map<string, readonly Part[]>();
  private merged: readonly ExpertProfile[] | undefined;

  private constructor(
    private readonly base: Base,
    /** What is different from the base, by roster number; null for somebody who is not there any more. */
    private readonly changed: ReadonlyMap<number, ExpertProfile | null>,
    readonly size: number,
  ) {}

  /**
   * Without a `kernel` the plain engine ranks, to the same answers. Throws a RangeError when two profiles have the same roster number, or a
   * date or number is none.
   */
  static of(profiles: Iterable<ExpertProfile>, asOf: IsoDate, kernel: Kernel | null = theKernel()): Pool {
    const base = new Base(
      [...profiles].sort((a, b) => a.number - b.number),
      asOf,
      kernel,
    );
    base.table(STRICT);
    return new Pool(base, new Map(), base.profiles.length);
  }

  /**
   * As `of`, a few hundred profiles at a time with a `pause` between, so that whoever waits meanwhile is served. The
   * profiles must not change until it is done.
   */
  static async gradually(profiles: Iterable<ExpertProfile>, asOf: IsoDate, pause: () => Promise<void>): Promise<Pool> {
    const base = new Base(
      [...profiles].sort((a, b) => a.number - b.number),
      asOf,
      theKernel(),
    );
    const builder = new TableBuilder();
    for (const [index, profile] of base.profiles.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await pause();
      builder.add(factsOf(profile, asOf, STRICT));
    }
    base.keep(STRICT, builder);
    return new Pool(base, new Map(), base.profiles.length);
  }

  get asOf(): IsoDate {
    return this.base.asOf;
  }

  /** Profiles that are apart from what was packed at once. Each costs a little in every ranking: make a new pool when they are many. */
  get changes(): number {
    return this.changed.size;
  }

  /** In the order of roster numbers. */
  get profiles(): readonly ExpertProfile[] {
    this.merged ??= this.changed.size === 0 ? this.base.profiles : this.merge();
    return this.merged;
  }

  /** The profile with this roster number. */
  profile(number: number): ExpertProfile | undefined {
    const changed = this.changed.get(number);
    return changed === undefined ? this.base.profiles[this.base.indexOf(number)] : (changed ?? undefined);
  }

  /** The pool with this profile added, or in the place of the one with its roster number. Takes microseconds. */
  with(profile: ExpertProfile): Pool {
    const size = this.size + (this.profile(profile.number) ? 0 : 1);
    return new Pool(this.base, new Map(this.changed).set(profile.number, profile), size);
  }

  /** The pool without whoever has this roster number. */
  removed(number: number): Pool {
    return this.profile(number) ? new Pool(this.base, new Map(this.changed).set(number, null), this.size - 1) : this;
  }

  /**
   * The tables to rank under a policy: the usual one is packed when the pool is made, each of the others when it is first
   * asked for.
   */
  parts(policy: ExperiencePolicy): readonly Part[] {
    const key = keyOf(policy);
    const known = this.partsByPolicy.get(key);
    if (known) return known;
    const parts = this.makeParts(policy);
    this.partsByPolicy.set(key, parts);
    return parts;
  }

  private makeParts(policy: ExperiencePolicy): readonly Part[] {
    const table = this.base.table(policy);
    if (this.changed.size === 0) return [{ table, without: NOBODY, offset: 0 }];
    const arrivals = [...this.changed.keys()].map((number) => this.base.indexOf(number)).filter((arrival) => arrival >= 0);
    const present = [...this.changed.values()].filter((profile) => profile !== null);
    return [
      { table, without: new Set(arrivals.map((arrival) => table.rowOf[arrival] as number)), offset: 0 },
      { table: packed(present, this.asOf, policy).build(null), without: NOBODY, offset: table.rows },
    ];
  }

  private merge(): readonly ExpertProfile[] {
    const kept = this.base.profiles.filter(({ number }) => !this.changed.has(number));
    const present = [...this.changed.values()].filter((profile) => profile !== null);
    return [...kept, ...present].sort((a, b) => a.number - b.number);
  }
}

/** What was packed at once. */
class Base {
  private readonly tables = new Map<string, Table>();

  constructor(
    /** By roster number. */
    readonly profiles: readonly ExpertProfile[],
    readonly asOf: IsoDate,
    private readonly kernel: Kernel | null,
  ) {
    if (profiles.some(({ number }, index) => number === profiles[index + 1]?.number))
      throw new RangeError('two profiles have the same roster number');
  }

  table(policy: ExperiencePolicy): Table {
    return this.tables.get(keyOf(policy)) ?? this.keep(policy, packed(this.profiles, this.asOf, policy));
  }

  keep(policy: ExperiencePolicy, packed: TableBuilder): Table {
    const table = packed.build(this.kernel);
    this.tables.set(keyOf(policy), table);
    return table;
  }

  /** −1 when there is none. */
  indexOf(number: number): number {
    let [low, high] = [0, this.profiles.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.profiles[middle] as ExpertProfile).number < number) low = middle + 1;
      else high = middle;
    }
    return this.profiles[low]?.number === number ? low : -1;
  }
}

function packed(profiles: readonly ExpertProfile[], asOf: IsoDate, policy: ExperiencePolicy): TableBuilder {
  const builder = new TableBuilder();
  for (const profile of profiles) builder.add(factsOf(profile, asOf, policy));
  return builder;
}

function keyOf({ countUnpaid, countInternships, countGeneralService }: ExperiencePolicy): string {
  return [countUnpaid, countInternships, countGeneralService].join();
}

import type { IsoDate } from '../dates.js';
import type { ExpertProfile } from '../expert.js';
import type { ExperiencePolicy, Requirement } from '../requirement.js';
import { discountOf } from './backing.js';
import { Base, inOrder, keyOf, type Pause, packed, STRICT } from './base.js';
import { type Kernel, theKernel } from './kernel.js';
import { Layers } from './layer.js';
import type { Part } from './scan.js';

const NOBODY: ReadonlySet<number> = new Set();

/** What of a requirement decides which tables and layers it is ranked by. */
export type Packing = Pick<Requirement, 'experiencePolicy' | 'claimWorth'>;

/** By roster number: a profile as it is now, or null for somebody who is not there any more. */
export type ProfileChanges = Iterable<readonly [number: number, profile: ExpertProfile | null]>;

/**
 * Profiles prepared once for many rankings on one as-of date. Never changes: `changed`, `with` and `removed` give another
 * pool that shares what did not change, so that a ranking in progress sees one roster and not half of two.
 */
export class Pool {
  private readonly partsByPolicy = new Map<string, readonly Part[]>();
  private merged: readonly ExpertProfile[] | undefined;

  private constructor(
    private readonly base: Base,
    /** What is different from the base, by roster number; null for somebody who is not there any more. */
    private readonly beside: ReadonlyMap<number, ExpertProfile | null>,
    readonly size: number,
  ) {}

  /**
   * Without a `kernel` the plain engine ranks, to the same answers. Throws a RangeError when two profiles have the same roster number, or a
   * date or number is none.
   */
  static of(profiles: Iterable<ExpertProfile>, asOf: IsoDate, kernel: Kernel | null = theKernel()): Pool {
    const base = new Base(inOrder(profiles), asOf, kernel);
    base.packedFor(STRICT);
    return new Pool(base, new Map(), base.profiles.length);
  }

  /**
   * As `of`, a few hundred profiles at a time with a `pause` between, so that whoever waits meanwhile is served. The
   * profiles must not change until it is done.
   */
  static async gradually(profiles: Iterable<ExpertProfile>, asOf: IsoDate, pause: Pause): Promise<Pool> {
    const base = new Base(inOrder(profiles), asOf, theKernel());
    await base.pack(STRICT, pause);
    return new Pool(base, new Map(), base.profiles.length);
  }

  get asOf(): IsoDate {
    return this.base.asOf;
  }

  /** Profiles that are apart from what was packed at once. Each costs a little in every ranking: see `repacked`. */
  get changes(): number {
    return this.beside.size;
  }

  /** In the order of roster numbers. */
  get profiles(): readonly ExpertProfile[] {
    this.merged ??= this.beside.size === 0 ? this.base.profiles : this.merge();
    return this.merged;
  }

  /** The profile with this roster number. */
  profile(number: number): ExpertProfile | undefined {
    const changed = this.beside.get(number);
    return changed === undefined ? this.base.profiles[this.base.indexOf(number)] : (changed ?? undefined);
  }

  /** The id of whoever has the number. Throws a RangeError when nobody has it. */
  idOf(number: number): string {
    const changed = this.beside.get(number);
    const id = changed === undefined ? this.base.ids[this.base.indexOf(number)] : changed?.id;
    if (id === undefined) throw new RangeError('no such roster number in the pool');
    return id;
  }

  /** The pool with these changes; the last one counts where a number comes twice. Takes microseconds for one. */
  changed(changes: ProfileChanges): Pool {
    const beside = new Map(this.beside);
    let { size } = this;
    for (const [number, profile] of changes) {
      const before = beside.get(number);
      const present = before === undefined ? this.base.indexOf(number) >= 0 : before !== null;
      if (!present && profile === null) continue;
      size += Number(profile !== null) - Number(present);
      beside.set(number, profile);
    }
    return new Pool(this.base, beside, size);
  }

  /** The pool with this profile added, or in the place of the one with its roster number. */
  with(profile: ExpertProfile): Pool {
    return this.changed([[profile.number, profile]]);
  }

  /** The pool without whoever has this roster number. */
  removed(number: number): Pool {
    return this.profile(number) ? this.changed([[number, null]]) : this;
  }

  /**
   * Packs everybody anew, a few hundred profiles at a time with a `pause` between. Returns what takes the place of this
   * pool, and of every pool that has been made from it in the meantime: the same profiles upon the new columns. Pools on
   * other columns come back as they are.
   */
  async repacked(pause: Pause): Promise<(pool: Pool) => Pool> {
    const base = await this.base.anew(this.profiles, pause);
    const packed = new Pool(base, new Map(), this.size);
    return (pool) => (pool.base === this.base ? packed.changed(pool.unlike(packed)) : pool);
  }

  /** Packs what a ranking for this requirement looks at, as `repacked` does, so that the first one need not. */
  async ready({ experiencePolicy, claimWorth }: Packing, pause: Pause): Promise<void> {
    await this.base.pack(experiencePolicy, pause);
    const layers = discountOf(claimWorth)?.layers ?? [];
    const backings = layers.map(({ backing }) => backing);
    await this.base.packedFor(experiencePolicy).layers.ready(backings, pause);
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
    const { table, layers } = this.base.packedFor(policy);
    if (this.beside.size === 0) return [{ table, layers, without: NOBODY, offset: 0 }];
    const arrivals = [...this.beside.keys()].map((number) => this.base.indexOf(number)).filter((arrival) => arrival >= 0);
    const present = this.present();
    const few = packed(present, this.asOf, policy).build(null);
    return [
      { table, layers, without: new Set(arrivals.map((arrival) => table.rowOf[arrival] as number)), offset: 0 },
      { table: few, layers: new Layers(few, present, this.asOf, policy), without: NOBODY, offset: table.rows },
    ];
  }

  /** Whoever stands beside and is there. */
  private present(): ExpertProfile[] {
    return [...this.beside.values()].filter((profile) => profile !== null);
  }

  private unlike(packed: Pool): ProfileChanges {
    return [...this.beside].filter(([number, profile]) => packed.profile(number) !== (profile ?? undefined));
  }

  private merge(): readonly ExpertProfile[] {
    const present = inOrder(this.present());
    const all: ExpertProfile[] = [];
    let next = 0;
    for (const profile of this.base.profiles) {
      for (; next < present.length && (present[next] as ExpertProfile).number < profile.number; next++)
        all.push(present[next] as ExpertProfile);
      if (!this.beside.has(profile.number)) all.push(profile);
    }
    return all.concat(present.slice(next));
  }
}

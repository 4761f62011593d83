import type { IsoDate } from '../dates.js';
import type { ExpertProfile } from '../expert.js';
import type { ExperiencePolicy } from '../requirement.js';
import type { LayeredTable } from './discounted-score.js';
import { factsOf } from './facts.js';
import type { Kernel } from './kernel.js';
import { Layers } from './layer.js';
import type { Table } from './table.js';
import { TableBuilder } from './table-builder.js';

/** How experience is counted for most posts. */
export const STRICT: ExperiencePolicy = { countUnpaid: false, countInternships: false, countGeneralService: false };
/** Profiles that are packed between two pauses: some milliseconds. */
const AT_ONCE = 200;

/** Lets whoever waits be served, and resolves soon after. */
export type Pause = () => Promise<void>;

/** A table, and the policy it was packed for. */
export interface Packed extends LayeredTable {
  readonly policy: ExperiencePolicy;
}

/** Profiles that were packed at once, on one as-of date: a table for each policy under which somebody has ranked. */
export class Base {
  private readonly tables = new Map<string, Packed>();
  private readonly packing = new Map<string, Promise<void>>();
  /** In the order of `profiles`: to name people without opening their profiles, which lie all over the memory. */
  readonly ids: readonly string[];
  private readonly numbers: Float64Array;

  /** Throws a RangeError when two profiles have the same roster number. */
  constructor(
    /** By roster number. */
    readonly profiles: readonly ExpertProfile[],
    readonly asOf: IsoDate,
    private readonly kernel: Kernel | null,
  ) {
    if (profiles.some(({ number }, index) => number === profiles[index + 1]?.number))
      throw new RangeError('two profiles have the same roster number');
    this.ids = profiles.map(({ id }) => id);
    this.numbers = Float64Array.from(profiles, ({ number }) => number);
  }

  /** Packed now if nobody did so before. Throws a RangeError when a date or number of a profile is none. */
  packedFor(policy: ExperiencePolicy): Packed {
    return this.tables.get(keyOf(policy)) ?? this.keep(policy, packed(this.profiles, this.asOf, policy).build(this.kernel));
  }

  /** Packs the table with pauses, once for whoever asks meanwhile. Throws as `packedFor` does. */
  pack(policy: ExperiencePolicy, pause: Pause): Promise<void> {
    const key = keyOf(policy);
    const under = this.packing.get(key) ?? this.packGradually(policy, pause).finally(() => this.packing.delete(key));
    this.packing.set(key, under);
    return under;
  }

  /** Other profiles, packed with pauses for the same day, the same policies and the same layers. */
  async anew(profiles: readonly ExpertProfile[], pause: Pause): Promise<Base> {
    const base = new Base(profiles, this.asOf, this.kernel);
    for (const { policy, layers } of this.tables.values()) {
      await base.pack(policy, pause);
      await base.packedFor(policy).layers.ready(layers.backings, pause);
    }
    return base;
  }

  /** −1 when there is none. */
  indexOf(number: number): number {
    const { numbers } = this;
    // Numbers mostly follow one another: then nothing has to be searched for.
    const likely = number - (numbers[0] ?? 0);
    if (numbers[likely] === number) return likely;
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((numbers[middle] as number) < number) low = middle + 1;
      else high = middle;
    }
    return numbers[low] === number ? low : -1;
  }

  private async packGradually(policy: ExperiencePolicy, pause: Pause): Promise<void> {
    if (this.tables.has(keyOf(policy))) return;
    const builder = new TableBuilder();
    for (const [index, profile] of this.profiles.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await pause();
      builder.add(factsOf(profile, this.asOf, policy));
    }
    const table = await builder.buildGradually(this.kernel, pause);
    // Whoever ranked meanwhile has packed one: rankings go on upon that.
    if (!this.tables.has(keyOf(policy))) this.keep(policy, table);
  }

  private keep(policy: ExperiencePolicy, table: Table): Packed {
    const kept = { policy, table, layers: new Layers(table, this.profiles, this.asOf, policy) };
    this.tables.set(keyOf(policy), kept);
    return kept;
  }
}

export function packed(profiles: readonly ExpertProfile[], asOf: IsoDate, policy: ExperiencePolicy): TableBuilder {
  const builder = new TableBuilder();
  for (const profile of profiles) builder.add(factsOf(profile, asOf, policy));
  return builder;
}

/** By roster number. */
export function inOrder(profiles: Iterable<ExpertProfile>): ExpertProfile[] {
  return [...profiles].sort((a, b) => a.number - b.number);
}

/** Equal for equal policies. */
export function keyOf({ countUnpaid, countInternships, countGeneralService }: ExperiencePolicy): string {
  return [countUnpaid, countInternships, countGeneralService].join();
}

import {
  type Entry,
  entriesGradually,
  type ListRobustness,
  listRobustness,
  type Robustness,
  rank,
  robustnessGradually,
} from '../../core/matching/index.js';
import { Turns } from '../../platform/turns.js';
import type { FrozenInput } from './run-records.service.js';

/** Candidates whose rank ranges are shown, and random weightings that are tried. Source: issue "Scoring that can be defended". */
export const STUDIED = 50;
const WEIGHTINGS = 1_000;
/** People behind the top for whom it is said what would bring them in. */
const BEHIND = 5;
/** Studies that are kept ready: some kilobytes each. */
const MOST_KEPT = 50;

export interface RobustnessAsked {
  /** How many places count as the top. */
  readonly top: number;
  readonly seed: number;
  /** Roster number of somebody else for whom it is said what would bring them in. */
  readonly number?: number | undefined;
}

export interface FirmRanksStudy {
  /** Among all eligible people: whoever is not on the list may pass too. */
  readonly study: Robustness;
  /** The same people among themselves, under the same weightings: nobody else is counted. */
  readonly within: ListRobustness;
  /** The nearest behind the top. */
  readonly entries: readonly Entry[];
}

/**
 * How firm the ranks of runs are. A run never changes, so what was computed once is kept. It is computed in turns of the
 * event loop of a few milliseconds, so that a large roster keeps nobody waiting.
 */
export class FirmRanks {
  private readonly turns = new Turns();
  private readonly kept = new Map<string, Promise<FirmRanksStudy>>();

  of(input: FrozenInput, { top, seed }: RobustnessAsked): Promise<FirmRanksStudy> {
    const key = `${input.run.id} ${top} ${seed}`;
    const present = this.kept.get(key) ?? this.study(input, top, seed);
    this.kept.delete(key);
    this.kept.set(key, present);
    for (const oldest of this.kept.keys()) if (this.kept.size > MOST_KEPT) this.kept.delete(oldest);
    // What failed must not be kept for the callers to come.
    present.catch(() => this.kept.delete(key));
    return present;
  }

  /** What would bring somebody further behind into the top; undefined for whoever is among the top or not eligible. */
  async entry({ run, pool }: FrozenInput, { top, number }: RobustnessAsked): Promise<Entry | undefined> {
    const found = await entriesGradually(pool, run.requirement, top, { behind: 0, also: number }, () => this.turns.next());
    return found.find((entry) => entry.number === number);
  }

  private async study({ run, pool }: FrozenInput, top: number, seed: number): Promise<FirmRanksStudy> {
    const pause = () => this.turns.next();
    const options = { kept: Math.min(STUDIED, run.size), top, weightings: WEIGHTINGS, seed };
    await pause();
    const study = await robustnessGradually(pool, run.requirement, options, pause);
    await pause();
    const within = listRobustness(rank(pool, run.requirement, options.kept).top, run.requirement.weights, options);
    return { study, within, entries: await entriesGradually(pool, run.requirement, top, { behind: BEHIND }, pause) };
  }
}

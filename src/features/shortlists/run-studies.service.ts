import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { type AnalysisReason, analysisReasons, type Composition, compositionOf } from '../../core/balance.js';
import { fieldError } from '../../core/errors.js';
import { type ExpertProfile, GENDERS, type Gender } from '../../core/expert.js';
import {
  diffRuns,
  type Entry,
  type Explanation,
  explain,
  type GateVerdict,
  normalisedWeights,
  type Pool,
  type RunDiff,
  rank,
  ranksOf,
} from '../../core/matching/index.js';
import type { CriterionName, Weights } from '../../core/requirement.js';
import { UN_REGIONS, type UnRegion, unRegionOf } from '../../platform/reference-data/index.js';
import { FirmRanks, type FirmRanksStudy, type RobustnessAsked, STUDIED } from './firm-ranks.js';
import { PeopleNow } from './people-now.service.js';
import { type FrozenInput, RunRecords } from './run-records.service.js';
import type { ShortlistRun } from './shortlist.entity.js';

type Named = ReadonlyMap<number, string | null>;

/** Names beside roster numbers, for whoever may see them. */
interface WithNames {
  readonly run: ShortlistRun;
  readonly names: Named;
}

/** What is said about the person who was asked about by roster number. */
export type AskedPerson =
  | { readonly kind: 'in-top'; readonly number: number }
  | { readonly kind: 'behind'; readonly number: number; readonly entry: Entry }
  | { readonly kind: 'not-eligible'; readonly number: number; readonly unmet: readonly GateVerdict[] };

export interface RobustnessView extends WithNames, FirmRanksStudy {
  readonly asked: AskedPerson | null;
}

export interface DiffView extends WithNames {
  readonly other: ShortlistRun;
  readonly diff: RunDiff;
}

export interface BalanceView {
  readonly run: ShortlistRun;
  readonly gender: Composition<Gender>;
  readonly region: Composition<UnRegion>;
  /** What the list asks a written analysis for. */
  readonly asksFor: readonly AnalysisReason[];
}

export interface PreviewView extends WithNames {
  /** What was entered, made to sum to 100. */
  readonly weights: Weights;
  readonly order: readonly {
    readonly rank: number;
    readonly was: number | null;
    readonly number: number;
    readonly total: number;
    readonly points: readonly number[];
  }[];
}

export interface ComparisonView extends WithNames {
  readonly people: readonly { readonly rank: number | null; readonly explanation: Explanation }[];
  /** Whom the page offers to compare: the first of the list. */
  readonly choices: readonly { readonly number: number; readonly rank: number }[];
}

/** What a run can be asked beyond its order. Everything is computed from the frozen roster; nothing is saved, nobody is moved. */
@Injectable()
export class RunStudies {
  private readonly firmRanks = new FirmRanks();

  constructor(
    private readonly records: RunRecords,
    private readonly people: PeopleNow,
  ) {}

  /**
   * How far the ranks depend on the weights, and what would bring the next people into the first `top`, and whoever is asked
   * about. Throws 'input.invalid' for a roster number that nobody has, and as `RunRecords.studied`.
   */
  async robustness(id: string, asked: RobustnessAsked, me: Actor): Promise<RobustnessView> {
    const input = await this.records.studied(id, me);
    const found = await this.firmRanks.of(input, asked);
    const person = asked.number === undefined ? null : await this.asked(input, { ...asked, number: asked.number }, found.entries);
    const people = [...found.study.candidates, ...found.entries, ...(person ? [person] : [])];
    return { run: input.run, ...found, asked: person, names: await this.names(input.pool, people, me) };
  }

  /** What changed from the run `other` to the run `id`, and why. Throws as `RunRecords.studied`. */
  async diff(id: string, other: string, me: Actor): Promise<DiffView> {
    const [after, before] = [await this.records.studied(id, me), await this.records.studied(other, me)];
    const diff = diffRuns(sideOf(before), sideOf(after));
    const listed = [...diff.changed, ...diff.changed.flatMap(({ passedBy }) => passedBy.map((number) => ({ number })))];
    const names = new Map([...(await this.names(before.pool, listed, me)), ...(await this.names(after.pool, listed, me))]);
    return { run: after.run, other: before.run, diff, names };
  }

  /** Gender and region of nationality of all considered, the eligible and the listed, as it was kept: under any rules. Throws as `RunRecords.input`. */
  async balance(id: string, me: Actor): Promise<BalanceView> {
    const { run, pool } = await this.records.input(id, me);
    const { listed, ineligible } = await this.records.outcome(id);
    const placed = <G>(groupOf: (profile: ExpertProfile) => G) =>
      pool.profiles.map((profile) => ({
        group: groupOf(profile),
        eligible: !ineligible.has(profile.number),
        listed: listed.has(profile.number),
      }));
    return {
      run,
      gender: compositionOf(
        placed(({ gender }) => gender),
        GENDERS,
      ),
      region: compositionOf(
        placed(({ nationality }) => unRegionOf(nationality)),
        UN_REGIONS,
      ),
      asksFor: analysisReasons(pool.profiles.filter(({ number }) => listed.has(number)).map(({ gender }) => gender)),
    };
  }

  /** The order under other weights. Amounts need not sum to 100. Throws 'input.invalid' when all are 0, and as `RunRecords.studied`. */
  async preview(id: string, amounts: Readonly<Record<CriterionName, number>> | undefined, me: Actor): Promise<PreviewView> {
    const { run, pool } = await this.records.studied(id, me);
    const weights = amounts ? normalisedWeights(amounts) : run.requirement.weights;
    if (!weights) throw fieldError('themes', 'Give at least one criterion some weight.');
    const { top } = rank(pool, { ...run.requirement, weights }, Math.min(STUDIED, run.size));
    const ranksNow = ranksOf(
      pool,
      run.requirement,
      top.map(({ number }) => number),
    );
    const order = top.map((one) => ({
      rank: one.rank,
      was: ranksNow.get(one.number) ?? null,
      number: one.number,
      total: one.total,
      points: Object.entries(one.values).map(([criterion, value]) => value * weights[criterion as CriterionName]),
    }));
    return { run, weights, order, names: await this.names(pool, top, me) };
  }

  /** People of the run beside each other, by roster number. Throws 'input.invalid' for somebody unknown, and as `RunRecords.studied`. */
  async comparison(id: string, numbers: readonly number[], me: Actor): Promise<ComparisonView> {
    const { run, pool } = await this.records.studied(id, me);
    const ranks = ranksOf(pool, run.requirement, numbers);
    const people = numbers.map((number) => ({
      number,
      rank: ranks.get(number) ?? null,
      explanation: explain(consideredOne(pool, number), run.requirement),
    }));
    const choices = rank(pool, run.requirement, Math.min(STUDIED, run.size)).top;
    return { run, people, choices, names: await this.names(pool, [...people, ...choices], me) };
  }

  private async asked(
    input: FrozenInput,
    asked: RobustnessAsked & { readonly number: number },
    entries: readonly Entry[],
  ): Promise<AskedPerson> {
    const { number } = asked;
    const { gates, eligible } = explain(consideredOne(input.pool, number), input.run.requirement);
    if (!eligible) return { kind: 'not-eligible', number, unmet: gates.filter(({ met }) => !met) };
    const entry = entries.find((one) => one.number === number) ?? (await this.firmRanks.entry(input, asked));
    return entry ? { kind: 'behind', number, entry } : { kind: 'in-top', number };
  }

  private async names(pool: Pool, people: readonly { readonly number: number }[], me: Actor): Promise<Named> {
    const found = people.flatMap(({ number }) => {
      const profile = pool.profile(number);
      return profile ? [{ number, expertId: profile.id }] : [];
    });
    const names = await this.people.names(found, me);
    return new Map(found.map(({ number, expertId }) => [number, names.get(expertId) ?? null]));
  }
}

function consideredOne(pool: Pool, number: number): ExpertProfile {
  const profile = pool.profile(number);
  if (!profile) throw fieldError('number', `Nobody with the roster number ${number} was considered in this run.`);
  return profile;
}

function sideOf({ run, pool }: FrozenInput) {
  return { pool, requirement: run.requirement, size: run.size };
}

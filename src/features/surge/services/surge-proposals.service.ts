import { Injectable } from '@nestjs/common';
import type { Period } from '../../../core/dates.js';
import {
  type Explanation,
  explain,
  GATES,
  type GateName,
  type GateVerdict,
  ineligible,
  type Pool,
  rank,
} from '../../../core/matching/index.js';
import { themeWeights } from '../../../core/needs.js';
import type { Requirement } from '../../../core/requirement.js';
import { type Obstacle, obstacles } from '../../../core/surge-availability.js';
import { surgeRequirement } from '../../../core/surge-requirement.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { regionOf } from '../../../platform/reference-data/index.js';
import { type PeriodsByExpert, Reservations } from '../../deployments/index.js';
import { Needs } from '../../needs/index.js';
import { RosterPool } from '../../roster/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';

/** What of a request decides who could go. */
export type MissionAsked = Pick<SurgeRequest, 'id' | 'country' | 'level' | 'languages' | 'themes' | 'startsOn' | 'endsOn'>;

/** Somebody eligible and free, opened. */
export interface ProposedExpert {
  readonly expertId: string;
  readonly number: number;
  /** Among all who are eligible, whether free or not; 1 is the best. */
  readonly rank: number;
  /** 0 to 1,000,000. */
  readonly total: number;
  readonly explanation: Explanation;
}

/** Somebody eligible who cannot go on these dates. */
export interface BusyExpert {
  readonly expertId: string;
  readonly number: number;
  readonly rank: number;
  readonly obstacles: readonly Obstacle[];
}

/** Somebody who misses a requirement, with what stops them. */
export interface NearMiss {
  readonly expertId: string;
  readonly number: number;
  readonly unmet: readonly GateVerdict[];
}

/** What the roster has for a request now. A proposal to a person who decides; it dispatches nobody. */
export interface Proposal {
  readonly requirement: Requirement;
  readonly considered: number;
  readonly eligible: number;
  /** Eligible, free and not asked yet; best first. Empty is an answer: `excludesMost` says why. */
  readonly proposed: readonly ProposedExpert[];
  /** Eligible but not free, best first. */
  readonly busy: readonly BusyExpert[];
  readonly nearMisses: readonly NearMiss[];
  /** How many profiles miss each requirement. */
  readonly unmetByGate: Readonly<Record<GateName, number>>;
  /** The requirement that excludes most people; null when nobody is excluded. */
  readonly excludesMost: GateName | null;
}

/** One person measured against a request: what an offer depends on. */
export interface Candidate {
  readonly number: number;
  readonly total: number;
  readonly unmet: readonly GateName[];
  readonly obstacles: readonly Obstacle[];
}

const SHOWN = 10;

/** Finds who could go: suitability by the matching, free days by the roster and the reservations. */
@Injectable()
export class SurgeProposals {
  constructor(
    private readonly database: Database,
    private readonly roster: RosterPool,
    private readonly needs: Needs,
    private readonly reservations: Reservations,
    private readonly clock: Clock,
  ) {}

  /** Outside a transaction. At most ten of each kind; `size` more or fewer proposed. */
  async propose(request: MissionAsked, size = SHOWN): Promise<Proposal> {
    const { pool } = await this.roster.current();
    const requirement = await this.requirementOf(request);
    const mission = { from: request.startsOn, to: request.endsOn };
    const reserved = await this.reservations.overlapping(mission);
    const asked = await this.askedFor(request.id);
    const { ranking, proposed, busy } = choose(pool, requirement, { mission, reserved, asked, size });
    return {
      requirement,
      considered: ranking.considered,
      eligible: ranking.eligible,
      proposed,
      busy: busy.slice(0, SHOWN),
      nearMisses: ineligible(pool, requirement, SHOWN),
      unmetByGate: ranking.unmetByGate,
      excludesMost: worst(ranking.unmetByGate),
    };
  }

  /** The chosen people by id, measured now; who is not on the rosters is not in it. Outside a transaction. */
  async candidates(request: MissionAsked, expertIds: readonly string[]): Promise<ReadonlyMap<string, Candidate>> {
    const { pool } = await this.roster.current();
    const requirement = await this.requirementOf(request);
    const mission = { from: request.startsOn, to: request.endsOn };
    const reserved = await this.reservations.overlapping(mission);
    const wanted = new Set(expertIds);
    return new Map(
      pool.profiles
        .filter((profile) => wanted.has(profile.id))
        .map((profile) => {
          const { number, total, gates } = explain(profile, requirement);
          const unmet = gates.filter((gate) => !gate.met).map((gate) => gate.gate);
          return [profile.id, { number, total, unmet, obstacles: obstacles(profile, mission, reserved.get(profile.id) ?? []) }];
        }),
    );
  }

  private async requirementOf(request: MissionAsked): Promise<Requirement> {
    return surgeRequirement(
      {
        country: request.country,
        level: request.level,
        languages: request.languages,
        themes: request.themes,
        dates: { from: request.startsOn, to: request.endsOn },
      },
      { region: regionOf(request.country), needs: themeWeights(await this.needs.of(request.country)), asOf: this.clock.today() },
    );
  }

  /** Who is not proposed again: asked and waiting, or answered. Whose offer was taken back may be. */
  private async askedFor(requestId: string): Promise<ReadonlySet<string>> {
    const offers = await this.database.read.getRepository(SurgeOffer).findBy({ requestId });
    return new Set(offers.filter((offer) => offer.state !== 'withdrawn').map((offer) => offer.expertId));
  }
}

interface Choice {
  readonly mission: Period;
  readonly reserved: PeriodsByExpert;
  readonly asked: ReadonlySet<string>;
  readonly size: number;
}

/** Looks down the ranking until enough free people are found, in growing steps so that a large roster is not sorted to its end. */
function choose(pool: Pool, requirement: Requirement, { mission, reserved, asked, size }: Choice) {
  for (let depth = 4 * size; ; depth *= 8) {
    const ranking = rank(pool, requirement, depth);
    const proposed: ProposedExpert[] = [];
    const busy: BusyExpert[] = [];
    for (const { expertId, number, rank: place, total } of ranking.top) {
      const profile = pool.profile(number);
      if (!profile || asked.has(expertId) || proposed.length === size) continue;
      const found = obstacles(profile, mission, reserved.get(expertId) ?? []);
      if (found.length > 0) busy.push({ expertId, number, rank: place, obstacles: found });
      else proposed.push({ expertId, number, rank: place, total, explanation: explain(profile, requirement) });
    }
    if (proposed.length === size || ranking.top.length < depth) return { ranking, proposed, busy };
  }
}

/** Equal counts: the one that stands first among the gates. */
function worst(unmetByGate: Readonly<Record<GateName, number>>): GateName | null {
  const first = GATES.reduce((most, gate) => (unmetByGate[gate] > unmetByGate[most] ? gate : most), GATES[0]);
  return unmetByGate[first] > 0 ? first : null;
}

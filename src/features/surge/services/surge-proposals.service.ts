import { Injectable } from '@nestjs/common';
import type { Period } from '../../../core/dates.js';
import { awayPeriod } from '../../../core/deployments.js';
import type { ExpertProfile } from '../../../core/expert.js';
import {
  type Explanation,
  explain,
  GATES,
  type GateName,
  type NearMiss,
  nearMisses,
  type Pool,
  type Relief,
  rank,
  reliefs,
} from '../../../core/matching/index.js';
import { themeWeights } from '../../../core/needs.js';
import type { Withdrawal } from '../../../core/offers.js';
import { releasingAgency } from '../../../core/release.js';
import type { Requirement } from '../../../core/requirement.js';
import { isFree, type Obstacle, obstacles } from '../../../core/surge-availability.js';
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
export type MissionAsked = Pick<
  SurgeRequest,
  'id' | 'country' | 'level' | 'languages' | 'themes' | 'startsOn' | 'endsOn' | 'travelBefore' | 'travelAfter'
>;

/** Somebody eligible and free, opened. */
export interface ProposedExpert {
  readonly expertId: string;
  readonly number: number;
  /** Among all who are eligible, whether free or not; 1 is the best. */
  readonly rank: number;
  /** 0 to 1,000,000. */
  readonly total: number;
  readonly explanation: Explanation;
  /** The agency that has to release the person; null where none has to. */
  readonly agency: string | null;
}

/** Somebody eligible who cannot go on these dates. */
export interface BusyExpert {
  readonly expertId: string;
  readonly number: number;
  readonly rank: number;
  readonly obstacles: readonly Obstacle[];
}

/** Why nobody can be proposed, and what would change it. */
export interface NoMatch {
  /** The requirement that excludes most people; null when nobody is excluded. */
  readonly excludesMost: GateName | null;
  /** How many people meet every requirement and are not free on all days. */
  readonly notFree: number;
  /** How many people meet every requirement, are free, and were asked already. */
  readonly asked: number;
  /** What relaxing each requirement would give, the most helpful first. Exact: everybody was measured again without it. */
  readonly reliefs: readonly Relief[];
}

/** What the roster has for a request now. A proposal to a person who decides; it dispatches nobody. */
export interface Proposal {
  readonly requirement: Requirement;
  readonly considered: number;
  readonly eligible: number;
  /** All days away, travel included: on these people have to be free. */
  readonly away: Period;
  /** Eligible, free and not asked yet; best first. Empty is an answer: `noMatch` says why. */
  readonly proposed: readonly ProposedExpert[];
  /** Eligible but not free, best first. */
  readonly busy: readonly BusyExpert[];
  /** Free and not asked yet, and stopped by one requirement alone; best first. */
  readonly nearMisses: readonly NearMiss[];
  /** How many profiles miss each requirement. */
  readonly unmetByGate: Readonly<Record<GateName, number>>;
  /** Null while somebody is proposed. */
  readonly noMatch: NoMatch | null;
}

/** One person measured against a request: what an offer depends on. */
export interface Candidate {
  readonly number: number;
  readonly total: number;
  readonly unmet: readonly GateName[];
  readonly obstacles: readonly Obstacle[];
  /** The agency that has to release the person; null where none has to. */
  readonly agency: string | null;
}

const SHOWN = 10;
/** Near misses that are looked through for some who are free. */
const NEAR_LOOKED_AT = 50;

/** Why an offer was taken back that must not be made to the same person again for the same request. */
const NOT_AGAIN: readonly (string | null)[] = ['release-refused', 'replaced'] satisfies Withdrawal[];

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
    const { pool, requirement, away, reserved, asked } = await this.asItIs(request);
    const { ranking, proposed, busy } = choose(pool, requirement, { away, reserved, asked, size });
    const couldGo = (profile: ExpertProfile) => !asked.has(profile.id) && isFree(profile, away, reserved.get(profile.id) ?? []);
    return {
      requirement,
      considered: ranking.considered,
      eligible: ranking.eligible,
      away,
      proposed,
      busy: busy.slice(0, SHOWN),
      nearMisses: nearMisses(pool, requirement, NEAR_LOOKED_AT)
        .filter(({ number }) => couldGo(pool.profile(number) as ExpertProfile))
        .slice(0, SHOWN),
      unmetByGate: ranking.unmetByGate,
      noMatch:
        proposed.length > 0
          ? null
          : {
              excludesMost: worst(ranking.unmetByGate),
              notFree: busy.length,
              asked: ranking.eligible - busy.length,
              reliefs: reliefs(pool, requirement, couldGo),
            },
    };
  }

  /** Who would be proposed first, or null: quicker than a whole proposal. Outside a transaction. */
  async next(request: MissionAsked): Promise<ProposedExpert | null> {
    const { pool, requirement, ...choice } = await this.asItIs(request);
    return choose(pool, requirement, { ...choice, size: 1 }).proposed[0] ?? null;
  }

  /** The chosen people by id, measured now; who is not on the rosters is not in it. Outside a transaction. */
  async candidates(request: MissionAsked, expertIds: readonly string[]): Promise<ReadonlyMap<string, Candidate>> {
    const { pool } = await this.roster.current();
    const requirement = await this.requirementOf(request);
    const away = awayPeriod(request);
    const reserved = await this.reservations.overlapping(away);
    const wanted = new Set(expertIds);
    return new Map(
      pool.profiles
        .filter((profile) => wanted.has(profile.id))
        .map((profile) => {
          const { number, total, gates } = explain(profile, requirement);
          const unmet = gates.filter((gate) => !gate.met).map((gate) => gate.gate);
          const found = obstacles(profile, away, reserved.get(profile.id) ?? []);
          return [profile.id, { number, total, unmet, obstacles: found, agency: releasingAgency(profile, away.from) }];
        }),
    );
  }

  /** What a proposal is made from, read now. */
  private async asItIs(request: MissionAsked) {
    const { pool } = await this.roster.current();
    const away = awayPeriod(request);
    return {
      pool,
      requirement: await this.requirementOf(request),
      away,
      reserved: await this.reservations.overlapping(away),
      asked: await this.askedFor(request.id),
    };
  }

  private async requirementOf(request: MissionAsked): Promise<Requirement> {
    return surgeRequirement(
      {
        country: request.country,
        level: request.level,
        languages: request.languages,
        themes: request.themes,
        dates: awayPeriod(request),
      },
      { region: regionOf(request.country), needs: themeWeights(await this.needs.of(request.country)), asOf: this.clock.today() },
    );
  }

  /** Who is not proposed again: asked and waiting, answered, or not released by the agency. Whose offer was taken back may be. */
  private async askedFor(requestId: string): Promise<ReadonlySet<string>> {
    const offers = await this.database.read.getRepository(SurgeOffer).findBy({ requestId });
    return new Set(
      offers.filter((offer) => offer.state !== 'withdrawn' || NOT_AGAIN.includes(offer.answerReason)).map((offer) => offer.expertId),
    );
  }
}

interface Choice {
  readonly away: Period;
  readonly reserved: PeriodsByExpert;
  readonly asked: ReadonlySet<string>;
  readonly size: number;
}

/** Looks down the ranking until enough free people are found, in growing steps so that a large roster is not sorted to its end. */
function choose(pool: Pool, requirement: Requirement, { away, reserved, asked, size }: Choice) {
  for (let depth = 4 * size; ; depth *= 8) {
    const ranking = rank(pool, requirement, depth);
    const proposed: ProposedExpert[] = [];
    const busy: BusyExpert[] = [];
    for (const { expertId, number, rank: place, total } of ranking.top) {
      const profile = pool.profile(number);
      if (!profile || asked.has(expertId) || proposed.length === size) continue;
      const found = obstacles(profile, away, reserved.get(expertId) ?? []);
      if (found.length > 0) busy.push({ expertId, number, rank: place, obstacles: found });
      else
        proposed.push({
          expertId,
          number,
          rank: place,
          total,
          explanation: explain(profile, requirement),
          agency: releasingAgency(profile, away.from),
        });
    }
    if (proposed.length === size || ranking.top.length < depth) return { ranking, proposed, busy };
  }
}

/** Equal counts: the one that stands first among the gates. */
function worst(unmetByGate: Readonly<Record<GateName, number>>): GateName | null {
  const first = GATES.reduce((most, gate) => (unmetByGate[gate] > unmetByGate[most] ? gate : most), GATES[0]);
  return unmetByGate[first] > 0 ? first : null;
}

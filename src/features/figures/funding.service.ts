import { Injectable } from '@nestjs/common';
import { Like, Not } from 'typeorm';
import { type AskedOfSource, askedBySource, PLANNED_YEARS, type PlannedYear, plannedYear } from '../../core/funding.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { SurgeOffer, SurgeRequest } from '../surge/index.js';

/** Money as the strategy plans it, and what a year's requests ask of each source. */
export interface FundingFigures {
  readonly year: number;
  readonly plan: readonly PlannedYear[];
  readonly asked: readonly AskedOfSource[];
}

/** Figures for whoever keeps the fund: counts and plans, no request, no country, nobody's name. */
@Injectable()
export class Funding {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(year: number = Number(this.clock.today().slice(0, 4))): Promise<FundingFigures> {
    const ofYear = Like(`SR-${year}-%`);
    const requests = await this.database.read.getRepository(SurgeRequest).find({
      where: { reference: ofYear, state: Not('draft') },
      select: { id: true, fundingSource: true, state: true, seats: true },
    });
    const filled = await this.filledSeats(ofYear.value);
    const asked = askedBySource(requests.map((request) => ({ ...request, filledSeats: filled.get(request.id) ?? 0 })));
    return { year, plan: PLANNED_YEARS.map(plannedYear), asked };
  }

  private async filledSeats(references: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read
      .createQueryBuilder(SurgeOffer, 'offer')
      .innerJoin(SurgeRequest, 'request', 'request.id = offer.requestId')
      .select('offer.requestId', 'requestId')
      .addSelect('COUNT(*)', 'filled')
      .where("offer.state = 'accepted' AND offer.firmAt IS NOT NULL AND request.reference LIKE :references", { references })
      .groupBy('offer.requestId')
      .getRawMany<{ requestId: string; filled: number | string }>();
    return new Map(rows.map(({ requestId, filled }) => [requestId, Number(filled)]));
  }
}

import { Injectable } from '@nestjs/common';
import { In, IsNull, Like, Not } from 'typeorm';
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
    const requests = await this.database.read.getRepository(SurgeRequest).find({
      where: { reference: Like(`SR-${year}-%`), state: Not('draft') },
      select: { id: true, fundingSource: true, state: true, seats: true },
    });
    const filled = await this.filledSeats(requests.map(({ id }) => id));
    const asked = askedBySource(requests.map((request) => ({ ...request, filledSeats: filled.get(request.id) ?? 0 })));
    return { year, plan: PLANNED_YEARS.map(plannedYear), asked };
  }

  private async filledSeats(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    const wanted = new Set(ids);
    const firm = await this.database.read
      .getRepository(SurgeOffer)
      .find({ where: { state: In(['accepted']), firmAt: Not(IsNull()) }, select: { id: true, requestId: true } });
    for (const { requestId } of firm) if (wanted.has(requestId)) counts.set(requestId, (counts.get(requestId) ?? 0) + 1);
    return counts;
  }
}

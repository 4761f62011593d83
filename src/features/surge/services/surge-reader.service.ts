import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { notFound } from '../../../core/errors.js';
import { readClock, sideOf, stepsOpenTo } from '../../../core/surge.js';
import { publicStatus } from '../../../core/surge-status.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import { clockView, factsOf, type SurgeRequestView, type SurgeStatus } from '../surge-view.dto.js';
import { OfferViews } from './offer-views.service.js';
import { SurgeHistory } from './surge-history.service.js';
import { SurgeQueueReader } from './surge-queue-reader.service.js';
import { exists } from './surge-record.service.js';

/** Reads requests as far as they exist for the actor. */
@Injectable()
export class SurgeReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: SurgeQueueReader,
    private readonly history: SurgeHistory,
    private readonly views: OfferViews,
  ) {}

  /** Throws `not-found` when it does not exist for the actor. */
  async request(id: string, me: Actor): Promise<SurgeRequest> {
    const request = await this.database.read.getRepository(SurgeRequest).findOneBy({ id });
    if (!request || !exists(request, me)) throw notFound('request');
    return request;
  }

  /** The request with its clock, offers and history. Throws as `request` does. */
  async one(id: string, me: Actor): Promise<SurgeRequestView> {
    const request = await this.request(id, me);
    const offers = await this.database.read.getRepository(SurgeOffer).find({ where: { requestId: id }, order: { id: 'ASC' } });
    return {
      request: factsOf(request),
      clock: clockView(readClock(request, this.clock.now())),
      place: await this.queue.placeOf(request),
      ...(await this.history.of(request, me)),
      steps: stepsOpenTo(sideOf(me), request.state, request.pausedAt !== null),
      freeSeats: request.seats - offers.filter((offer) => offer.state === 'accepted').length,
      offers: await this.views.of(id, offers, me),
    };
  }

  /** What of it can be shown to anybody. Throws as `request` does. */
  async status(id: string, me: Actor): Promise<SurgeStatus> {
    return publicStatus(await this.one(id, me));
  }
}

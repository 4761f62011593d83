import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In } from 'typeorm';
import { type Actor, may, seesCountry } from '../../../core/access.js';
import { notFound } from '../../../core/errors.js';
import { type ClockReading, PAST_STATES, QUEUE_STATES, readClock, sideOf, stepsOpenTo } from '../../../core/surge.js';
import { orderQueue } from '../../../core/surge-queue.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { AccountNames } from '../../accounts/index.js';
import { RosterContacts } from '../../roster/index.js';
import { SurgeEvent } from '../entities/surge-event.entity.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import type { SurgeQueueQueryDto } from '../surge.dto.js';
import type { ClockView, EventView, OfferView, PastPage, QueueLine, RequestFacts, SurgeRequestView } from '../surge-view.dto.js';
import { exists } from './surge-record.service.js';

const PAGE_SIZE = 50;

/** Reads requests as far as they exist for the actor. */
@Injectable()
export class SurgeReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountNames,
    private readonly experts: RosterContacts,
  ) {}

  /** The queue in its stated order. Places count in the whole queue, so that everybody sees the same ones. */
  async queue(filter: SurgeQueueQueryDto, me: Actor): Promise<QueueLine[]> {
    const open = await this.database.read.getRepository(SurgeRequest).findBy({ state: In(QUEUE_STATES) });
    return orderQueue(open, this.clock.now())
      .filter(({ entry }) => seesCountry(me, entry.country))
      .filter(
        ({ entry }) =>
          (!filter.state || entry.state === filter.state) &&
          (!filter.urgency || entry.urgency === filter.urgency) &&
          (!filter.country || entry.country === filter.country),
      )
      .map(({ place, terms, clock, entry }) => ({ place, terms, clock: viewOf(clock), request: factsOf(entry) }));
  }

  /** Drafts of the actor's own side, newest first; none for the desk. */
  async drafts(me: Actor): Promise<SurgeRequest[]> {
    if (sideOf(me) !== 'requester' || me.country === null) return [];
    return this.database.read
      .getRepository(SurgeRequest)
      .find({ where: { state: 'draft', country: me.country }, order: { createdAt: 'DESC' }, take: PAGE_SIZE });
  }

  /** Missions that run and requests that are over, newest first, fifty on a page. */
  async past(page: number, me: Actor): Promise<PastPage> {
    const where: FindOptionsWhere<SurgeRequest> = {
      state: In([...PAST_STATES]),
      ...(me.role === 'resident-coordinator' ? { country: me.country ?? '' } : {}),
    };
    const [requests, total] = await this.database.read.getRepository(SurgeRequest).findAndCount({
      where,
      order: { createdAt: 'DESC', id: 'DESC' },
      take: PAGE_SIZE,
      skip: (page - 1) * PAGE_SIZE,
      select: { id: true, reference: true, country: true, state: true, startsOn: true, endsOn: true, stoppedAt: true },
    });
    return { requests, total, page, pageSize: PAGE_SIZE };
  }

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
    const events = await this.database.read.getRepository(SurgeEvent).find({ where: { requestId: id }, order: { id: 'ASC' } });
    const names = await this.accounts.names([...events.map((event) => event.actorId), request.officerId ?? '']);
    const place = (await this.queue({}, me)).find((line) => line.request.id === id)?.place ?? null;
    return {
      request: factsOf(request),
      clock: viewOf(readClock(request, this.clock.now())),
      place,
      steps: stepsOpenTo(sideOf(me), request.state),
      freeSeats: request.seats - offers.filter((offer) => offer.state === 'accepted').length,
      officer: names.get(request.officerId ?? '') ?? null,
      offers: await this.offersFor(offers, me),
      events: events.map((event) => eventFor(event, names, me)),
    };
  }

  /** Who may read the roster sees who was asked; the office that asks learns who is coming, and how many were asked. */
  private async offersFor(offers: readonly SurgeOffer[], me: Actor): Promise<OfferView[]> {
    const known = (offer: SurgeOffer) => may(me, 'roster:read') || offer.state === 'accepted';
    const names = await this.experts.names(
      offers.filter(known).map((offer) => offer.expertId),
      me,
    );
    return offers.map((offer) => ({
      id: offer.id,
      expertId: may(me, 'roster:read') ? offer.expertId : null,
      number: known(offer) ? offer.expertNumber : null,
      name: names.get(offer.expertId) ?? null,
      state: offer.state,
      sentAt: offer.sentAt,
      deadline: offer.deadline,
      answeredAt: offer.answeredAt,
      answerReason: may(me, 'roster:read') ? offer.answerReason : null,
      total: may(me, 'roster:read') ? offer.total : null,
    }));
  }
}

function factsOf({ formKey: _, ...facts }: SurgeRequest): RequestFacts {
  return facts;
}

function viewOf({ dueAt, ...clock }: ClockReading): ClockView {
  return { ...clock, dueAt: dueAt === null ? null : new Date(dueAt).toISOString() };
}

/** What an expert wrote, and why an expert was asked, is between the expert and the desk. */
function eventFor(event: SurgeEvent, names: ReadonlyMap<string, string>, me: Actor): EventView {
  const actor =
    names.get(event.actorId) ?? (event.actorId === 'expert' ? 'Expert' : event.actorId === 'system' ? 'System' : 'Former colleague');
  const reason = event.offerId === null || may(me, 'roster:read') ? event.reason : null;
  return { kind: event.kind, at: event.at, actor, fromState: event.fromState, toState: event.toState, reason };
}

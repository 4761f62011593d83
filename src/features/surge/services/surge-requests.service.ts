import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { TRAVEL_DAYS } from '../../../core/deployments.js';
import { DomainError } from '../../../core/errors.js';
import { inWords } from '../../../core/surge.js';
import { mustBeComplete } from '../../../core/surge-ask.js';
import { Clock } from '../../../platform/clock.js';
import { Database, isUniqueViolation, newId, type Tx } from '../../../platform/database/index.js';
import { Notices } from '../../notices/index.js';
import { SurgeEvent } from '../entities/surge-event.entity.js';
import { SurgeCounter, SurgeRequest } from '../entities/surge-request.entity.js';
import { requestMoved } from '../notices/surge-reasons.js';
import type { ChangedSurgeRequestDto, NewSurgeRequestDto, SurgeAskDto } from '../surge.dto.js';
import { SurgeRecord } from './surge-record.service.js';

/** How a draft begins where nothing was said. */
const BLANK = {
  urgency: 'urgent',
  urgencyReason: '',
  severity: 3,
  situation: '',
  tasks: '',
  startsOn: '',
  endsOn: '',
  travelBefore: TRAVEL_DAYS.usual,
  travelAfter: TRAVEL_DAYS.usual,
  seats: 1,
  level: 'P-4',
  hosting: '',
  security: '',
  fundingSource: 'undecided',
} as const;

const LONGEST_KEY = 100;

/** Writing and submitting requests, by the office that asks. */
@Injectable()
export class SurgeRequests {
  constructor(
    private readonly database: Database,
    private readonly record: SurgeRecord,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a request for the actor's own country, and submits it at once when told to. `key` is the token of the form or the
   * Idempotency-Key of the call: sent again by the same actor, it gives the request that it made the first time.
   */
  async begin({ submit, ...ask }: NewSurgeRequestDto, me: Actor, key?: string): Promise<SurgeRequest> {
    if (key !== undefined && key.length > LONGEST_KEY)
      throw new DomainError('input.invalid', `The Idempotency-Key has more than ${LONGEST_KEY} characters. Choose a shorter one.`);
    const formKey = key ? `${me.accountId}:${key}` : null;
    try {
      return await this.database.transaction(
        async (tx) => (await this.madeBefore(tx, formKey)) ?? this.create(tx, { ask, submit, key }, me),
      );
    } catch (error) {
      const first = isUniqueViolation(error) ? await this.madeBefore(this.database.read, formKey) : null;
      if (first) return first;
      throw error;
    }
  }

  /** Replaces all that a draft asks, and submits it when told to. Throws `surge.not-allowed` for anything but a draft. */
  edit(id: string, { version, submit, ...ask }: ChangedSurgeRequestDto, me: Actor): Promise<SurgeRequest> {
    return this.database.transaction(async (tx) => {
      const request = await this.record.lock(tx, id, me, version);
      if (request.state !== 'draft')
        throw new DomainError(
          'surge.not-allowed',
          `${request.reference} is ${inWords(request.state)}; only a draft can be edited. Write to the desk in an answer, or stand it down.`,
        );
      Object.assign(request, asked(ask), { lastForm: null });
      await this.record.note(tx, request, { kind: 'edited', by: me });
      if (submit) await this.submit(tx, request, me);
      return request;
    });
  }

  /** Submits a draft inside the caller's transaction. Throws `input.invalid` with all that is missing. */
  async submit(tx: Tx, request: SurgeRequest, me: Actor): Promise<void> {
    mustBeComplete(request, this.clock.today());
    const event = await this.record.advance(tx, request, 'submit', me);
    await this.notices.expect(tx, {
      reason: requestMoved,
      recipient: { role: 'surge-officer' },
      subjectId: request.id,
      detailId: event.id,
      key: `surge.request-moved:${event.id}`,
    });
  }

  /** A new draft of the actor's own country, submitted at once when told to; inside the caller's transaction. */
  async create(tx: Tx, begun: { ask: SurgeAskDto; submit?: boolean; key?: string; followsId?: string }, me: Actor): Promise<SurgeRequest> {
    if (me.country === null) throw new DomainError('access.not-allowed', 'Only an office with a country can ask for surge.');
    const now = this.clock.iso();
    const request = tx.getRepository(SurgeRequest).create({
      ...asked(begun.ask),
      id: newId(),
      reference: await this.nextReference(tx),
      formKey: begun.key ? `${me.accountId}:${begun.key}` : null,
      lastForm: begun.key ?? null,
      country: me.country,
      state: 'draft',
      version: 1,
      move: 'as-ruled',
      holding: 'on-acceptance',
      unmatchedSince: null,
      followsId: begun.followsId ?? null,
      createdBy: me.accountId,
      createdAt: now,
      officerId: null,
      submittedAt: null,
      pausedAt: null,
      pausedSeconds: 0,
      stoppedAt: null,
    });
    await tx.getRepository(SurgeRequest).insert(request);
    await tx.getRepository(SurgeEvent).insert({
      id: newId(),
      requestId: request.id,
      kind: 'begun',
      at: now,
      actorId: me.accountId,
      fromState: null,
      toState: 'draft',
      reason: null,
      offerId: null,
      details: null,
    });
    if (begun.submit) await this.submit(tx, request, me);
    return request;
  }

  /** The counter's row stays locked to the end of the transaction, so that no number is given twice or left out. */
  private async nextReference(tx: Tx): Promise<string> {
    const year = Number(this.clock.today().slice(0, 4));
    await tx.createQueryBuilder().insert().into(SurgeCounter).values({ year, last: 0 }).orIgnore().updateEntity(false).execute();
    await tx.getRepository(SurgeCounter).increment({ year }, 'last', 1);
    const { last } = await tx.getRepository(SurgeCounter).findOneByOrFail({ year });
    return `SR-${year}-${String(last).padStart(4, '0')}`;
  }

  private async madeBefore(manager: Pick<Tx, 'getRepository'>, formKey: string | null): Promise<SurgeRequest | null> {
    return formKey === null ? null : manager.getRepository(SurgeRequest).findOneBy({ formKey });
  }
}

/** All that is asked: what was said, and the blank for what was left out or emptied. */
export function asked(ask: SurgeAskDto): Required<SurgeAskDto> {
  return { ...BLANK, languages: [], themes: [], ...Object.fromEntries(Object.entries(ask).filter(([, value]) => value !== undefined)) };
}

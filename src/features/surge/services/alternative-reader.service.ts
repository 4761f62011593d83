import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, seesCountry } from '../../../core/access.js';
import { sideOf } from '../../../core/surge.js';
import { ARRANGED, type ArrangementClock, alternativeStepsOpenTo, arrangementClock } from '../../../core/surge-alternatives.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { SurgeAlternative } from '../entities/surge-alternative.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import type { AlternativeView, ArrangementClockView, LinkedRequest, ToArrange } from '../surge-alternatives.dto.js';
import { exists } from './surge-record.service.js';

/** Reads what was offered instead of declined missions, as far as it exists for the actor. */
@Injectable()
export class AlternativeReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What was offered instead of the request, and the request that it follows, if it follows one. */
  async of(request: SurgeRequest, me: Actor): Promise<{ alternatives: AlternativeView[]; follows: LinkedRequest | null }> {
    const rows =
      request.state === 'declined'
        ? await this.database.read.getRepository(SurgeAlternative).find({ where: { requestId: request.id }, order: { id: 'ASC' } })
        : [];
    const linked = await this.linked([request.followsId, ...rows.map(({ followUpId }) => followUpId)], me);
    return {
      alternatives: rows.map((row) => this.view(row, request, linked, me)),
      follows: linked.get(request.followsId ?? '') ?? null,
    };
  }

  /** What offices took up and the desk has yet to arrange, the shortest time left first; for the desk. */
  async toArrange(me: Actor): Promise<ToArrange[]> {
    const rows = await this.database.read.getRepository(SurgeAlternative).findBy({ state: 'taken-up', alternative: In([...ARRANGED]) });
    const requests = await this.database.read.getRepository(SurgeRequest).findBy({ id: In(rows.map(({ requestId }) => requestId)) });
    const known = new Map(requests.filter(({ country }) => seesCountry(me, country)).map((request) => [request.id, request]));
    return rows
      .flatMap((row) => {
        const request = known.get(row.requestId);
        const clock = request && arrangementClock(row, request.urgency, this.clock.now());
        return request && clock ? [{ request, row, clock }] : [];
      })
      .sort((a, b) => (a.clock.dueAt ?? 0) - (b.clock.dueAt ?? 0) || (a.row.id < b.row.id ? -1 : 1))
      .map(({ request, row, clock }) => ({
        request: linkTo(request),
        country: request.country,
        alternative: row.alternative,
        clock: clockView(clock),
      }));
  }

  private view(row: SurgeAlternative, request: SurgeRequest, linked: ReadonlyMap<string, LinkedRequest>, me: Actor): AlternativeView {
    const { alternative, state, offeredAt, answeredAt, answerReason, who, until, arrangedAt } = row;
    const clock = arrangementClock(row, request.urgency, this.clock.now());
    return {
      ...{ alternative, state, offeredAt, answeredAt, answerReason, who, until, arrangedAt },
      followUp: linked.get(row.followUpId ?? '') ?? null,
      clock: clock && clockView(clock),
      steps: alternativeStepsOpenTo(sideOf(me), row),
    };
  }

  private async linked(ids: readonly (string | null)[], me: Actor): Promise<ReadonlyMap<string, LinkedRequest>> {
    const wanted = ids.filter((id) => id !== null);
    if (wanted.length === 0) return new Map();
    const found = await this.database.read.getRepository(SurgeRequest).findBy({ id: In(wanted) });
    return new Map(found.filter((request) => exists(request, me)).map((request) => [request.id, linkTo(request)]));
  }
}

function linkTo({ id, reference, state }: SurgeRequest): LinkedRequest {
  return { id, reference, state };
}

function clockView({ dueAt, ...clock }: ArrangementClock): ArrangementClockView {
  return { ...clock, dueAt: dueAt === null ? null : new Date(dueAt).toISOString() };
}

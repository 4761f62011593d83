import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { notFound } from '../../../core/errors.js';
import { sideOf } from '../../../core/surge.js';
import { type AlternativeStep, ARRANGED, alternativeAfter, arrangementOf } from '../../../core/surge-alternatives.js';
import type { Alternative } from '../../../core/surge-decision.js';
import { Clock } from '../../../platform/clock.js';
import { Database, newId, type Tx } from '../../../platform/database/index.js';
import { SurgeAlternative } from '../entities/surge-alternative.entity.js';
import type { SurgeEvent, SurgeEventKind } from '../entities/surge-event.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import type { SurgeAskDto } from '../surge.dto.js';
import type { AlternativeStepDto } from '../surge-alternatives.dto.js';
import { AlternativeTold } from './alternative-told.service.js';
import { SurgeRecord } from './surge-record.service.js';
import { SurgeRequests } from './surge-requests.service.js';

const TOLD_AS: Readonly<Record<AlternativeStep, SurgeEventKind>> = {
  'take-up': 'alternative-taken-up',
  'turn-down': 'alternative-turned-down',
  arrange: 'alternative-arranged',
};

/** What a request for a technical mission takes over from the declined one. */
const TAKEN_OVER = [
  ...['urgency', 'urgencyReason', 'severity', 'situation', 'tasks', 'startsOn', 'endsOn', 'travelBefore', 'travelAfter'],
  ...['seats', 'level', 'languages', 'themes', 'hosting', 'security', 'fundingSource'],
] as readonly (keyof SurgeAskDto)[];

/** What was offered instead of a declined mission: the office takes it up or not, and the desk arranges it. */
@Injectable()
export class SurgeAlternatives {
  constructor(
    private readonly database: Database,
    private readonly record: SurgeRecord,
    private readonly requests: SurgeRequests,
    private readonly told: AlternativeTold,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the step; the same answer twice is one. A technical mission that is taken up becomes a draft of its own, prefilled from the
   * declined request, and is given back. Throws `not-found`, `access.not-allowed`, `surge.not-allowed` or `input.invalid`.
   */
  take(id: string, name: Alternative, { step, reason, who, until }: AlternativeStepDto, me: Actor): Promise<SurgeAlternative> {
    return this.database.transaction(async (tx) => {
      const request = await this.record.open(tx, id, me);
      const alternative = await tx.getRepository(SurgeAlternative).findOneBy({ requestId: id, alternative: name });
      if (!alternative) throw notFound('alternative');
      const state = alternativeAfter(alternative, step, sideOf(me));
      if (state === 'unchanged') return alternative;
      const now = this.clock.iso();
      if (step === 'arrange')
        Object.assign(alternative, arrangementOf({ who, until }, this.clock.today()), { arrangedAt: alternative.arrangedAt ?? now });
      else Object.assign(alternative, { answeredAt: now, answerReason: reason?.trim() || null });
      alternative.state = state;
      if (step === 'take-up' && !ARRANGED.includes(name)) alternative.followUpId ??= (await this.followUp(tx, request, me)).id;
      await tx.getRepository(SurgeAlternative).save(alternative);
      const event = await this.record.note(tx, request, { kind: TOLD_AS[step], by: me, reason, details: { alternatives: [name] } });
      if (step === 'arrange') await this.told.arranged(tx, request, alternative, event.id);
      else await this.told.answered(tx, request, alternative, event.id);
      return alternative;
    });
  }

  /** What was asked before is asked again, to be changed and submitted: its clock starts then. */
  private followUp(tx: Tx, request: SurgeRequest, me: Actor): Promise<SurgeRequest> {
    const ask: SurgeAskDto = Object.fromEntries(TAKEN_OVER.map((field) => [field, request[field]]));
    return this.requests.create(tx, { ask, followsId: request.id }, me);
  }
}

/** Writes down what a decline offers instead, so that it can be taken up. */
export async function offerInstead(tx: Tx, { requestId, at, details }: SurgeEvent): Promise<void> {
  for (const alternative of details?.alternatives ?? []) {
    await tx.getRepository(SurgeAlternative).insert({
      ...{ id: newId(), requestId, alternative, state: 'offered', offeredAt: at },
      ...{ answeredAt: null, answerReason: null, followUpId: null, who: null, until: null, arrangedAt: null },
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type Actor, may } from '../../../core/access.js';
import { readStages } from '../../../core/surge-stages.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { AccountNames } from '../../accounts/index.js';
import { SurgeEvent } from '../entities/surge-event.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { type EventView, type SurgeRequestView, stageView } from '../surge-view.dto.js';
import { AlternativeReader } from './alternative-reader.service.js';

type Told = Pick<SurgeRequestView, 'events' | 'stages' | 'officer' | 'proposedBy' | 'alternatives' | 'follows'>;

/** What a request's history tells: what happened, who has it, how much of its time each stage has used, and what was offered instead. */
@Injectable()
export class SurgeHistory {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountNames,
    private readonly alternatives: AlternativeReader,
  ) {}

  async of(request: SurgeRequest, me: Actor): Promise<Told> {
    const events = await this.database.read.getRepository(SurgeEvent).find({ where: { requestId: request.id }, order: { id: 'ASC' } });
    const people = events.flatMap(({ actorId, details }) => [actorId, details?.officerId ?? '']);
    const names = await this.accounts.names([...people, request.officerId ?? '']);
    const proposal = request.state === 'confirming' ? events.findLast(({ kind }) => kind === 'propose') : undefined;
    return {
      events: events.map((event) => eventFor(event, names, me)),
      stages: readStages(events, request.urgency, this.clock.now()).map(stageView),
      officer: names.get(request.officerId ?? '') ?? null,
      proposedBy: proposal?.actorId ?? null,
      ...(await this.alternatives.of(request, me)),
    };
  }
}

/** What an expert wrote, and why an expert was asked, is between the expert and the desk. */
function eventFor(event: SurgeEvent, names: ReadonlyMap<string, string>, me: Actor): EventView {
  const actor =
    names.get(event.actorId) ?? (event.actorId === 'expert' ? 'Expert' : event.actorId === 'system' ? 'System' : 'Former colleague');
  const { changes = [], alternatives = [], rules = [], officerId } = event.details ?? {};
  return {
    kind: event.kind,
    at: event.at,
    actor,
    fromState: event.fromState,
    toState: event.toState,
    reason: event.offerId === null || may(me, 'roster:read') ? event.reason : null,
    changes: [...changes],
    alternatives: [...alternatives],
    rules: [...rules],
    officer: officerId === undefined ? null : (names.get(officerId) ?? 'Former colleague'),
  };
}

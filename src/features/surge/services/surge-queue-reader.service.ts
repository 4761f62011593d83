import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { type Actor, seesCountry } from '../../../core/access.js';
import { fieldError } from '../../../core/errors.js';
import { PAST_STATES, QUEUE_STATES, sideOf } from '../../../core/surge.js';
import { orderQueue, type QueuePlace } from '../../../core/surge-queue.js';
import { readStages, stageNow } from '../../../core/surge-stages.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { AccountNames } from '../../accounts/index.js';
import { SurgeEvent } from '../entities/surge-event.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import type { SurgeQueueQueryDto } from '../surge.dto.js';
import type { OfficerLoad, PastPage, QueueLine } from '../surge-view.dto.js';
import { clockView, factsOf, stageView } from '../surge-view.dto.js';

const PAGE_SIZE = 50;

/** Filters by who has a request: an account, or nobody. */
export const NOBODY = 'nobody';

/** Reads the queue, drafts and past requests, as far as they exist for the actor. */
@Injectable()
export class SurgeQueueReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountNames,
  ) {}

  /** The queue in its stated order. Places count in the whole queue, so that everybody sees the same ones. */
  async lines(filter: SurgeQueueQueryDto, me: Actor): Promise<QueueLine[]> {
    const ordered = (await this.ordered()).filter(({ entry }) => seesCountry(me, entry.country) && passes(filter, entry));
    const histories = await this.histories();
    const names = await this.accounts.names(ordered.map(({ entry }) => entry.officerId ?? ''));
    const now = this.clock.now();
    return ordered
      .map(({ place, terms, clock, entry }) => {
        const stage = stageNow(readStages(histories.get(entry.id) ?? [], entry.urgency, now));
        return {
          place,
          terms,
          clock: clockView(clock),
          stage: stage ? stageView(stage) : null,
          officer: names.get(entry.officerId ?? '') ?? null,
          request: factsOf(entry),
        };
      })
      .filter((line) => !filter.late || line.clock.late || line.stage?.late === true);
  }

  /** The place in the whole queue, from 1; null for what does not stand in it. */
  async placeOf({ id, state }: Pick<SurgeRequest, 'id' | 'state'>): Promise<number | null> {
    if (!QUEUE_STATES.includes(state)) return null;
    return (await this.ordered()).find(({ entry }) => entry.id === id)?.place ?? null;
  }

  /** How many requests of the queue each officer has, and how many of them are late; first those that nobody has. */
  async load(me: Actor): Promise<OfficerLoad[]> {
    const lines = await this.lines({}, me);
    const colleagues = await this.accounts.colleagues('surge-officer');
    const had = new Set(colleagues.map(({ id }) => id));
    const others = new Map(
      lines.flatMap(({ request, officer }) => (request.officerId && !had.has(request.officerId) ? [[request.officerId, officer]] : [])),
    );
    const everybody = [{ id: null, name: null }, ...colleagues, ...[...others].map(([id, name]) => ({ id, name }))];
    return everybody.map(({ id, name }) => {
      const own = lines.filter(({ request }) => request.officerId === id);
      return {
        officerId: id,
        officer: name,
        requests: own.length,
        late: own.filter(({ clock, stage }) => clock.late || stage?.late).length,
      };
    });
  }

  /** Drafts of the actor's own side, newest first; none for the desk. */
  async drafts(me: Actor): Promise<SurgeRequest[]> {
    if (sideOf(me) !== 'requester' || me.country === null) return [];
    return this.database.read
      .getRepository(SurgeRequest)
      .find({ where: { state: 'draft', country: me.country }, order: { createdAt: 'DESC' }, take: PAGE_SIZE });
  }

  /**
   * Missions that run and requests that are over, those that left the queue last first, fifty on a page. `before` is the mark that the
   * page before ended with. Nothing is counted or skipped, so the time does not depend on how many there are.
   */
  async past(before: string | undefined, me: Actor): Promise<PastPage> {
    const query = this.database.read
      .getRepository(SurgeRequest)
      .createQueryBuilder('past')
      .select(PAST_COLUMNS.map((column) => `past.${column}`))
      .where('past.state IN (:...states)', { states: PAST_STATES })
      .orderBy('past.stoppedAt', 'DESC')
      .addOrderBy('past.id', 'DESC')
      .limit(PAGE_SIZE + 1);
    // The two compared as one, so that the database goes on in its index where the page before ended.
    query.andWhere('(past.stoppedAt, past.id) < (:at, :id)', before === undefined ? { at: LATEST, id: '' } : markOf(before));
    if (me.country !== null) query.andWhere('past.country = :country', { country: me.country });
    const found = await query.getMany();
    const requests = found.slice(0, PAGE_SIZE);
    const last = found.length > PAGE_SIZE ? requests.at(-1) : undefined;
    return { requests, next: last ? `${last.stoppedAt}_${last.id}` : null };
  }

  private async ordered(): Promise<QueuePlace<SurgeRequest>[]> {
    const open = await this.database.read.getRepository(SurgeRequest).findBy({ state: In(QUEUE_STATES) });
    return orderQueue(open, this.clock.now());
  }

  /** What the clocks of the stages are read from, for every request of the queue, in one query. */
  private async histories(): Promise<ReadonlyMap<string, SurgeEvent[]>> {
    const inQueue = (query: SelectQueryBuilder<SurgeEvent>) =>
      query.subQuery().select('request.id').from(SurgeRequest, 'request').where('request.state IN (:...states)', { states: QUEUE_STATES });
    const query = this.database.read.getRepository(SurgeEvent).createQueryBuilder('event');
    const queued = inQueue(query);
    const events = await query
      .select(['event.id', 'event.requestId', 'event.kind', 'event.at', 'event.toState', 'event.offerId'])
      .where(`event.requestId IN ${queued.getQuery()}`)
      .setParameters(queued.getParameters())
      .orderBy('event.id', 'ASC')
      .getMany();
    const histories = new Map<string, SurgeEvent[]>();
    for (const event of events) histories.set(event.requestId, [...(histories.get(event.requestId) ?? []), event]);
    return histories;
  }
}

const PAST_COLUMNS = [
  'id',
  'reference',
  'country',
  'state',
  'startsOn',
  'endsOn',
  'stoppedAt',
] as const satisfies readonly (keyof SurgeRequest)[];

/** After every moment that is written as text. */
const LATEST = '9999';

function passes({ state, urgency, country, officer }: SurgeQueueQueryDto, entry: SurgeRequest): boolean {
  return (
    (!state || entry.state === state) &&
    (!urgency || entry.urgency === urgency) &&
    (!country || entry.country === country) &&
    (!officer || (entry.officerId ?? NOBODY) === officer)
  );
}

/** Where the page before ended, from `<moment>_<id>`. Throws `input.invalid` for anything else. */
function markOf(mark: string): { at: string; id: string } {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]{8,15}Z)_([0-9a-f-]{36})$/.exec(mark) ?? [];
  if (at === undefined || id === undefined) throw fieldError('before', 'Take the mark that the page before ended with.');
  return { at, id };
}

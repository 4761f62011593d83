import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { In, Like } from 'typeorm';
import type { Actor } from '../../core/access.js';
import { type RequestCase, type SurgeFigures, secondsByStage, surgeFigures } from '../../core/figures.js';
import { STAGES } from '../../core/surge-stages.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { SurgeEvent, SurgeOffer, SurgeRequest } from '../surge/index.js';

/** SQLite takes at most 32,766 values in one statement. */
const CHUNK = 5_000;

/** Figures of the surge system by the year in which requests were begun; an office sees those of its own country. */
@Injectable()
export class Figures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(year: number | undefined, me: Actor): Promise<SurgeFigures & { readonly year: number }> {
    const asked = year ?? this.thisYear();
    return { year: asked, ...surgeFigures(await this.cases(asked, me), this.clock.now()) };
  }

  /** One line for each request: where it stands, and the seconds that each stage took. Codes and numbers only, no free text. */
  async csv(year: number | undefined, me: Actor): Promise<string> {
    const now = this.clock.now();
    const cases = await this.cases(year ?? this.thisYear(), me);
    const rows = cases.map((one) => {
      const seconds = secondsByStage(one, now);
      return [
        one.reference,
        one.country,
        one.urgency,
        one.state,
        one.seats,
        one.filledSeats,
        ...STAGES.map((stage) => seconds.get(stage) ?? ''),
      ];
    });
    const head = ['reference', 'country', 'urgency', 'state', 'places', 'filled', ...STAGES.map((stage) => `${stage}_seconds`)];
    return stringify([head, ...rows], { quoted: true, bom: true, record_delimiter: 'windows' });
  }

  thisYear(): number {
    return Number(this.clock.today().slice(0, 4));
  }

  private async cases(year: number, me: Actor): Promise<RequestCase[]> {
    const own = me.role === 'resident-coordinator' ? { country: me.country ?? '' } : {};
    const requests = await this.database.read
      .getRepository(SurgeRequest)
      .find({ where: { reference: Like(`SR-${year}-%`), ...own }, order: { reference: 'ASC' } });
    const begun = requests.filter(({ state }) => state !== 'draft');
    const ids = begun.map(({ id }) => id);
    const events = groupBy(
      await this.inChunks(ids, (some) =>
        this.database.read.getRepository(SurgeEvent).find({ where: { requestId: In(some) }, order: { id: 'ASC' } }),
      ),
    );
    const offers = groupBy(
      await this.inChunks(ids, (some) => this.database.read.getRepository(SurgeOffer).findBy({ requestId: In(some) })),
    );
    return begun.map((request) => caseOf(request, events.get(request.id) ?? [], offers.get(request.id) ?? []));
  }

  private async inChunks<T>(ids: readonly string[], load: (some: string[]) => Promise<T[]>): Promise<T[]> {
    const found: T[] = [];
    for (let start = 0; start < ids.length; start += CHUNK) found.push(...(await load(ids.slice(start, start + CHUNK))));
    return found;
  }
}

function caseOf(request: SurgeRequest, events: readonly SurgeEvent[], offers: readonly SurgeOffer[]): RequestCase {
  return {
    reference: request.reference,
    country: request.country,
    urgency: request.urgency,
    state: request.state,
    seats: request.seats,
    filledSeats: offers.filter(({ state, firmAt }) => state === 'accepted' && firmAt !== null).length,
    languages: request.languages.map(({ language }) => language),
    themes: request.themes,
    history: events,
    offers: offers.map(({ state }) => state),
  };
}

function groupBy<T extends { readonly requestId: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.requestId, [...(groups.get(row.requestId) ?? []), row]);
  return groups;
}

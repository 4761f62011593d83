import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import type { Availability } from '../../core/availability.js';
import { notFound } from '../../core/errors.js';
import { Database } from '../../platform/database/index.js';
import { Posts } from '../posts/index.js';
import { PeopleNow } from './people-now.service.js';
import { RunReader } from './run-reader.service.js';
import { ShortlistCandidate } from './shortlist.entity.js';
import { claimsBehind, type IneligiblePerson, type RankedPerson, type ShortlistView } from './shortlist-view.js';

/** People on one page of those who are not eligible. */
export const INELIGIBLE_PER_PAGE = 25;

/** What a candidate's page shows: the run, and the person as ranked or as not eligible. */
export interface CandidateView extends Pick<ShortlistView, 'run' | 'post'> {
  readonly person: RankedPerson | IneligiblePerson;
}

type Names = ReadonlyMap<string, string>;

/** Reads frozen runs, and adds what is true only at the moment of looking. An auditor's look is recorded. */
@Injectable()
export class ShortlistViews {
  constructor(
    private readonly database: Database,
    private readonly posts: Posts,
    private readonly people: PeopleNow,
    private readonly runs: RunReader,
  ) {}

  /** The top, the counts and one page of those who are not eligible. Throws 'not-found'. */
  async show(id: string, page: number, me: Actor): Promise<ShortlistView> {
    const run = await this.runs.run(id, me);
    const candidates = this.database.read.getRepository(ShortlistCandidate);
    const [post, top, others, total] = await Promise.all([
      this.posts.one(run.postId, me),
      candidates.find({ where: { runId: id, eligible: true }, order: { position: 'ASC' } }),
      candidates.find({
        where: { runId: id, eligible: false },
        order: { position: 'ASC' },
        skip: (page - 1) * INELIGIBLE_PER_PAGE,
        take: INELIGIBLE_PER_PAGE,
      }),
      candidates.countBy({ runId: id, eligible: false }),
    ]);
    await this.runs.recordLook(me, { kind: 'shortlist', id });
    const names = await this.people.names([...top, ...others], me);
    const free = await this.people.availability(run, top);
    return {
      run,
      post,
      top: top.map((candidate) => rankedPerson(candidate, names, free)),
      ineligible: { items: others.map((candidate) => ineligiblePerson(candidate, names)), total, page, pageSize: INELIGIBLE_PER_PAGE },
    };
  }

  /** One person of the run by roster number, opened. Throws 'not-found', also for an eligible person beyond the kept top. */
  async candidate(id: string, number: number, me: Actor): Promise<CandidateView> {
    const run = await this.runs.run(id, me);
    const [post, candidate] = await Promise.all([
      this.posts.one(run.postId, me),
      this.database.read.getRepository(ShortlistCandidate).findOneBy({ runId: id, number }),
    ]);
    if (!candidate) throw notFound('candidate');
    await this.runs.recordLook(me, { kind: 'expert', id: candidate.expertId });
    const names = await this.people.names([candidate], me);
    const person = candidate.eligible
      ? rankedPerson(candidate, names, await this.people.availability(run, [candidate]))
      : ineligiblePerson(candidate, names);
    return { run, post, person };
  }
}

function rankedPerson(
  { number, expertId, position, total, explanation, evidence }: ShortlistCandidate,
  names: Names,
  free: ReadonlyMap<number, Availability>,
): RankedPerson {
  if (total === null || explanation === null || evidence === null) throw new Error('an eligible candidate was kept without explanation');
  return {
    rank: position,
    number,
    expertId,
    name: names.get(expertId) ?? null,
    total,
    explanation,
    evidence,
    claims: claimsBehind(explanation, evidence),
    availability: free.get(number) ?? null,
  };
}

function ineligiblePerson({ number, expertId, unmet }: ShortlistCandidate, names: Names): IneligiblePerson {
  return { number, expertId, name: names.get(expertId) ?? null, unmet };
}

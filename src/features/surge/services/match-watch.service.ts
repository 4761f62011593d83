import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database, lockRow, type Tx } from '../../../platform/database/index.js';
import { Handles, type JobRun, Jobs } from '../../../platform/outbox/index.js';
import { Notices } from '../../notices/index.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import { watchMatches } from '../notices/offer-clock.jobs.js';
import { matchFound } from '../notices/offer-reasons.js';
import { SurgeProposals } from './surge-proposals.service.js';

/** How long a request without a match waits for the next look at the roster, in milliseconds. */
export const WATCH_EVERY_MS = 2 * 60_000;

/** Keeps looking while nobody matches a request, and tells the officers once when somebody does. It asks nobody. */
@Injectable()
export class MatchWatch {
  constructor(
    private readonly database: Database,
    private readonly proposals: SurgeProposals,
    private readonly notices: Notices,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks at the roster as it is now: a changed profile, a new member, freed days and a new date all count. Ends when somebody
   * matches or the request is no longer being matched; coming back to matching starts it again.
   */
  @Handles(watchMatches)
  async look({ requestId }: { requestId: string }, run: JobRun): Promise<void> {
    const seen = await this.database.read.getRepository(SurgeRequest).findOneBy({ id: requestId });
    if (seen?.state !== 'matching') return;
    const somebody = await this.proposals.next(seen);
    await this.database.transaction(async (tx) => {
      const request = await lockRow(tx, SurgeRequest, { id: requestId });
      if (request?.state !== 'matching') return;
      if (somebody) await this.tell(tx, request);
      else await this.keepLooking(tx, request, run);
    });
  }

  private async keepLooking(tx: Tx, { id, unmatchedSince }: SurgeRequest, run: JobRun): Promise<void> {
    if (unmatchedSince === null) await tx.getRepository(SurgeRequest).update({ id }, { unmatchedSince: this.clock.iso() });
    await this.jobs.enqueue(
      tx,
      watchMatches,
      { requestId: id },
      { at: this.clock.iso(WATCH_EVERY_MS), key: `surge.match-watch:after:${run.id}` },
    );
  }

  private async tell(tx: Tx, { id, unmatchedSince }: SurgeRequest): Promise<void> {
    if (unmatchedSince === null) return;
    await tx.getRepository(SurgeRequest).update({ id }, { unmatchedSince: null });
    const key = `surge.match-found:${id}:${unmatchedSince}`;
    await this.notices.expect(tx, { reason: matchFound, recipient: { role: 'surge-officer' }, subjectId: id, key });
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database, lockRow, type Tx } from '../../../platform/database/index.js';
import { Handles, type RunAgain } from '../../../platform/outbox/index.js';
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
    private readonly clock: Clock,
  ) {}

  /**
   * Looks at the roster as it is now: a changed profile, a new member, freed days and a new date all count. Ends when somebody
   * matches or the request is no longer being matched; coming back to matching starts it again. A look that finds nobody leaves
   * nothing behind: the job goes on waiting.
   */
  @Handles(watchMatches)
  async look({ requestId }: { requestId: string }): Promise<RunAgain | undefined> {
    const seen = await this.database.read.getRepository(SurgeRequest).findOneBy({ id: requestId });
    if (seen?.state !== 'matching') return undefined;
    const somebody = await this.proposals.next(seen);
    return this.database.transaction(async (tx) => {
      const request = await lockRow(tx, SurgeRequest, { id: requestId });
      if (request?.state !== 'matching') return undefined;
      if (somebody) return this.tell(tx, request);
      if (request.unmatchedSince === null)
        await tx.getRepository(SurgeRequest).update({ id: requestId }, { unmatchedSince: this.clock.iso() });
      return { againAt: this.clock.iso(WATCH_EVERY_MS) };
    });
  }

  private async tell(tx: Tx, { id, unmatchedSince }: SurgeRequest): Promise<undefined> {
    if (unmatchedSince === null) return;
    await tx.getRepository(SurgeRequest).update({ id }, { unmatchedSince: null });
    const key = `surge.match-found:${id}:${unmatchedSince}`;
    await this.notices.expect(tx, { reason: matchFound, recipient: { role: 'surge-officer' }, subjectId: id, key });
  }
}

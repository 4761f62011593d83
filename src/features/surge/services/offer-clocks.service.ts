import { Injectable } from '@nestjs/common';
import { isDue, lapsed } from '../../../core/offers.js';
import { RELEASE_STEPS } from '../../../core/release.js';
import { Clock } from '../../../platform/clock.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { Handles, type JobDefinition, type JobRun, Jobs } from '../../../platform/outbox/index.js';
import { SurgeRelease } from '../entities/surge-release.entity.js';
import { lapseOffer } from '../notices/lapse.job.js';
import { expireRelease, remindOffer, remindRelease } from '../notices/offer-clock.jobs.js';
import { type LockedOffer, lockOffer } from './offer-lock.js';
import { OfferOutcomes } from './offer-outcomes.service.js';
import { OfferTold } from './offer-told.service.js';

/** What happens by itself when time passes: reminders go out, offers lapse, releases become overdue. Nobody is asked or sent by it. */
@Injectable()
export class OfferClocks {
  constructor(
    private readonly database: Database,
    private readonly outcomes: OfferOutcomes,
    private readonly told: OfferTold,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Runs at the deadline. When the clock says that it is not reached, because clocks were set, it comes again then. */
  @Handles(lapseOffer)
  lapse({ offerId }: { offerId: string }, run: JobRun): Promise<void> {
    return this.withOffer(offerId, async (tx, { offer, request }) => {
      const change = lapsed(offer, this.clock.now());
      if (change !== 'unchanged') await this.outcomes.notTaken(tx, request, offer, change, 'system');
      else if (offer.state === 'sent') await this.again(tx, lapseOffer, { offerId }, offer.deadline, run);
    });
  }

  /** Before the deadline, and only whoever has not answered. */
  @Handles(remindOffer)
  remind({ offerId }: { offerId: string }): Promise<void> {
    return this.withOffer(offerId, async (tx, { offer }) => {
      if (offer.state === 'sent' && !isDue(offer, this.clock.now())) await this.told.remindExpert(tx, offer);
    });
  }

  @Handles(remindRelease)
  remindAgency({ releaseId }: { releaseId: string }): Promise<void> {
    return this.withRelease(releaseId, async (tx, { release }) => {
      if (release.state === 'asked' && !isDue(release, this.clock.now())) await this.told.remindAgency(tx, release);
    });
  }

  /** The agency is late: the officers are told, and nothing else changes. Comes again as `lapse` does. */
  @Handles(expireRelease)
  expire({ releaseId }: { releaseId: string }, run: JobRun): Promise<void> {
    return this.withRelease(releaseId, async (tx, { release, ...locked }) => {
      if (!RELEASE_STEPS.expire.from.includes(release.state)) return;
      if (isDue(release, this.clock.now())) await this.told.overdue(tx, release, locked);
      else await this.again(tx, expireRelease, { releaseId }, release.deadline, run);
    });
  }

  private async again<P extends { [key: string]: string }>(
    tx: Tx,
    job: JobDefinition<P>,
    payload: P,
    at: string,
    run: JobRun,
  ): Promise<void> {
    await this.jobs.enqueue(tx, job, payload, { at, key: `${job.name}:again:${run.id}` });
  }

  private withOffer(offerId: string, work: (tx: Tx, locked: LockedOffer) => Promise<void>): Promise<void> {
    return this.database.transaction(async (tx) => {
      const locked = await lockOffer(tx, offerId);
      if (locked) await work(tx, locked);
    });
  }

  private async withRelease(
    releaseId: string,
    work: (tx: Tx, locked: LockedOffer & { release: SurgeRelease }) => Promise<void>,
  ): Promise<void> {
    const seen = await this.database.read.getRepository(SurgeRelease).findOneBy({ id: releaseId });
    if (!seen) return;
    await this.withOffer(seen.offerId, async (tx, locked) => {
      const release = await tx.getRepository(SurgeRelease).findOneByOrFail({ id: releaseId });
      await work(tx, { ...locked, release });
    });
  }
}

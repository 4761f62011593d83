import { Injectable } from '@nestjs/common';
import { reminderHours } from '../../../core/offers.js';
import { RELEASE_HOURS, type ReleaseStep, releaseAfter, releaseStepsFrom } from '../../../core/release.js';
import { Clock } from '../../../platform/clock.js';
import { newId, type Tx } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/outbox/index.js';
import { FocalPoints } from '../../accounts/index.js';
import { type NoticeReason, Notices } from '../../notices/index.js';
import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeRelease } from '../entities/surge-release.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { expireRelease, remindRelease } from '../notices/offer-clock.jobs.js';
import { releaseAsked, releaseClosed } from '../notices/offer-reasons.js';
import { SurgeRecord } from './surge-record.service.js';

const MS_PER_HOUR = 3_600_000;

/** Keeps the releases that agencies are asked for. Every change stands in the transaction of the decision that it follows from, the request locked. */
@Injectable()
export class OfferReleases {
  constructor(
    private readonly record: SurgeRecord,
    private readonly notices: Notices,
    private readonly jobs: Jobs,
    private readonly focalPoints: FocalPoints,
    private readonly clock: Clock,
  ) {}

  /** Asks the agency, at the same time as the expert is asked, with a deadline of its own. */
  async ask(tx: Tx, request: SurgeRequest, offer: SurgeOffer, agency: string): Promise<void> {
    const hours = RELEASE_HOURS[request.urgency];
    const release = tx.getRepository(SurgeRelease).create({
      id: newId(),
      offerId: offer.id,
      requestId: request.id,
      agency,
      state: 'asked',
      askedAt: this.clock.iso(),
      deadline: this.clock.iso(hours * MS_PER_HOUR),
      decidedAt: null,
      decidedBy: null,
      reason: null,
    });
    await tx.getRepository(SurgeRelease).insert(release);
    await this.record.note(tx, request, { kind: 'release-asked', by: 'system', offerId: offer.id });
    await this.tellAgency(tx, release, releaseAsked);
    await this.jobs.enqueue(
      tx,
      remindRelease,
      { releaseId: release.id },
      { at: this.clock.iso((hours - reminderHours(hours)) * MS_PER_HOUR), key: `surge.release-reminder:${release.id}` },
    );
    await this.jobs.enqueue(
      tx,
      expireRelease,
      { releaseId: release.id },
      { at: release.deadline, key: `surge.release-overdue:${release.id}` },
    );
  }

  /** The release that the offer needs; null where it needs none. */
  of(tx: Tx, offerId: string): Promise<SurgeRelease | null> {
    return tx.getRepository(SurgeRelease).findOneBy({ offerId });
  }

  /** Takes a step, or throws `release.not-open`. */
  async step(tx: Tx, release: SurgeRelease, step: ReleaseStep, decided?: { by: string; reason: string | null }): Promise<void> {
    const state = releaseAfter(release.state, step);
    const change = { state, ...(decided ? { decidedAt: this.clock.iso(), decidedBy: decided.by, reason: decided.reason } : {}) };
    Object.assign(release, change);
    await tx.getRepository(SurgeRelease).update({ id: release.id }, change);
  }

  /** The offer has ended without a place: the agency is told, unless it refused. */
  async close(tx: Tx, offerId: string): Promise<void> {
    const release = await this.of(tx, offerId);
    if (!release || !releaseStepsFrom(release.state).includes('close')) return;
    await this.step(tx, release, 'close');
    await this.tellAgency(tx, release, releaseClosed);
  }

  async tellAgency(tx: Tx, release: SurgeRelease, reason: NoticeReason): Promise<void> {
    for (const id of await this.focalPoints.of(tx, release.agency)) {
      await this.notices.expect(tx, {
        reason,
        recipient: { kind: 'account', id },
        subjectId: release.requestId,
        detailId: release.offerId,
        key: `${reason.name}:${release.id}:${id}`,
      });
    }
  }
}

import { Injectable } from '@nestjs/common';
import { isDue } from '../../../core/offers.js';
import { Clock } from '../../../platform/clock.js';
import { Settings } from '../../../platform/config/index.js';
import { Database } from '../../../platform/database/index.js';
import type { MailContent } from '../../../platform/mail/index.js';
import { ComposesNotice, type NoticeToCompose } from '../../notices/index.js';
import { SurgeEvent } from '../entities/surge-event.entity.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import { OfferTokens } from '../services/offer-tokens.js';
import { SurgeProposals } from '../services/surge-proposals.service.js';
import * as mails from './surge-mails.js';
import {
  missionCancelled,
  missionConfirmed,
  offerMade,
  offerNotTaken,
  offerWithdrawn,
  requestDecided,
  requestMoved,
  seatTaken,
} from './surge-reasons.js';

type Mail = Promise<MailContent | null>;

/** Writes each mail from the present state, or says that it is no longer true. */
@Injectable()
export class SurgeComposer {
  constructor(
    private readonly database: Database,
    private readonly tokens: OfferTokens,
    private readonly settings: Settings,
    private readonly proposals: SurgeProposals,
    private readonly clock: Clock,
  ) {}

  @ComposesNotice(offerMade)
  async offerMade(notice: NoticeToCompose): Mail {
    const { offer, request } = await this.about(notice);
    if (!offer || !request || offer.state !== 'sent' || isDue(offer, this.clock.now())) return null;
    return mails.offerMade(notice.recipient, request, offer, this.address(`/offers/${this.tokens.tokenFor(offer.id, offer.nonce)}`));
  }

  @ComposesNotice(offerWithdrawn)
  async offerWithdrawn(notice: NoticeToCompose): Mail {
    const { offer, request } = await this.about(notice);
    return request && offer?.state === 'withdrawn' ? mails.offerWithdrawn(notice.recipient, request, offer) : null;
  }

  @ComposesNotice(missionConfirmed)
  async missionConfirmed(notice: NoticeToCompose): Mail {
    const { offer, request } = await this.about(notice);
    return request && offer?.state === 'accepted' && request.state !== 'stood-down'
      ? mails.missionConfirmed(notice.recipient, request)
      : null;
  }

  @ComposesNotice(missionCancelled)
  async missionCancelled(notice: NoticeToCompose): Mail {
    const { request } = await this.about(notice);
    return request?.state === 'stood-down' ? mails.missionCancelled(notice.recipient, request) : null;
  }

  @ComposesNotice(seatTaken)
  async seatTaken(notice: NoticeToCompose): Mail {
    const { offer, request } = await this.about(notice);
    return request && offer?.state === 'accepted' ? mails.seatTaken(notice.recipient, request, this.page(request)) : null;
  }

  /** Only while somebody is still looked for; it names who could be asked next, by roster number. */
  @ComposesNotice(offerNotTaken)
  async offerNotTaken(notice: NoticeToCompose): Mail {
    const { offer, request } = await this.about(notice);
    if (!offer || !request || (request.state !== 'matching' && request.state !== 'offered')) return null;
    const next = await this.proposals.next(request);
    return mails.offerNotTaken(notice.recipient, { request, offer, next: next?.number ?? null }, this.page(request));
  }

  @ComposesNotice(requestMoved)
  async requestMoved(notice: NoticeToCompose): Mail {
    const { event, request } = await this.about(notice);
    return request && event ? mails.requestMoved(notice.recipient, request, event, this.page(request)) : null;
  }

  @ComposesNotice(requestDecided)
  async requestDecided(notice: NoticeToCompose): Mail {
    const { event, request } = await this.about(notice);
    if (!request || !event || (event.kind === 'ask' && request.pausedAt === null)) return null;
    return mails.requestDecided(notice.recipient, request, event, this.page(request));
  }

  private page(request: SurgeRequest): string {
    return this.address(`/surge/${request.id}`);
  }

  /** A worker without PUBLIC_URL takes the address that the service listens on by default. */
  private address(path: string): string {
    const { publicUrl, host, port } = this.settings;
    return `${publicUrl || `http://${host}:${port}`}${path}`;
  }

  private async about({ subjectId, detailId }: NoticeToCompose) {
    const id = detailId ?? '';
    return {
      request: await this.database.read.getRepository(SurgeRequest).findOneBy({ id: subjectId }),
      offer: await this.database.read.getRepository(SurgeOffer).findOneBy({ id, requestId: subjectId }),
      event: await this.database.read.getRepository(SurgeEvent).findOneBy({ id, requestId: subjectId }),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { isDue } from '../../../core/offers.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import type { MailContent } from '../../../platform/mail/index.js';
import { ComposesNotice, type NoticeToCompose } from '../../notices/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeQuestion } from '../entities/surge-question.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import { SurgeProposals } from '../services/surge-proposals.service.js';
import { MailLinks } from './mail-links.service.js';
import { toExpert, toOfficer } from './offer-mails.js';
import {
  acceptanceHeld,
  expertElsewhere,
  matchFound,
  offerOverlaps,
  offerReminder,
  placeHeld,
  questionAnswered,
  questionAsked,
  releaseNotGiven,
  releaseRefused,
} from './offer-reasons.js';

type Mail = Promise<MailContent | null>;

/** Writes mails about offers from the present state, or says that they are no longer true. */
@Injectable()
export class OfferComposer {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly proposals: SurgeProposals,
    private readonly clock: Clock,
  ) {}

  @ComposesNotice(offerReminder)
  async reminder(notice: NoticeToCompose): Mail {
    const { offer, request } = await this.about(notice);
    if (offer.state !== 'sent' || isDue(offer, this.clock.now())) return null;
    return toExpert(notice.recipient, request, { says: 'reminder', offer, url: this.links.offer(offer) });
  }

  @ComposesNotice(offerOverlaps)
  async overlaps(notice: NoticeToCompose): Mail {
    return toExpert(notice.recipient, (await this.about(notice)).request, { says: 'overlaps' });
  }

  @ComposesNotice(acceptanceHeld)
  async held(notice: NoticeToCompose): Mail {
    const { offer, request } = await this.about(notice);
    return isHeld(offer) ? toExpert(notice.recipient, request, { says: 'held' }) : null;
  }

  @ComposesNotice(releaseNotGiven)
  async notReleased(notice: NoticeToCompose): Mail {
    return toExpert(notice.recipient, (await this.about(notice)).request, { says: 'notReleased' });
  }

  @ComposesNotice(questionAnswered)
  async answered(notice: NoticeToCompose): Mail {
    const { offer, request } = await this.about(notice);
    const open = offer.state === 'sent' && !isDue(offer, this.clock.now());
    return toExpert(notice.recipient, request, { says: 'answered', url: this.links.offer(offer), ...(open ? { offer } : {}) });
  }

  /** Nothing is said when a colleague was quicker and no question is left. */
  @ComposesNotice(questionAsked)
  async asked(notice: NoticeToCompose): Mail {
    const { offer, request } = await this.about(notice);
    const questions = await this.database.read.getRepository(SurgeQuestion).findBy({ offerId: offer.id });
    if (questions.every(({ answeredAt }) => answeredAt !== null)) return null;
    return toOfficer(notice.recipient, request, { says: 'questionAsked' }, this.links.request(request));
  }

  @ComposesNotice(placeHeld)
  async placeHeld(notice: NoticeToCompose): Mail {
    const { offer, request } = await this.about(notice);
    return isHeld(offer) ? toOfficer(notice.recipient, request, { says: 'placeHeld' }, this.links.request(request)) : null;
  }

  @ComposesNotice(releaseRefused)
  refused(notice: NoticeToCompose): Mail {
    return this.pleaseDecide(notice, 'releaseRefused');
  }

  @ComposesNotice(expertElsewhere)
  elsewhere(notice: NoticeToCompose): Mail {
    return this.pleaseDecide(notice, 'expertElsewhere');
  }

  /** Only while somebody still matches. */
  @ComposesNotice(matchFound)
  async found(notice: NoticeToCompose): Mail {
    const request = await this.request(notice);
    if (request.state !== 'matching' || !(await this.proposals.next(request))) return null;
    return toOfficer(notice.recipient, request, { says: 'matchFound' }, this.links.request(request));
  }

  /** Only while somebody is still looked for; it names who could be asked next, by roster number. */
  private async pleaseDecide(notice: NoticeToCompose, says: 'releaseRefused' | 'expertElsewhere'): Mail {
    const request = await this.request(notice);
    if (request.state !== 'matching' && request.state !== 'offered') return null;
    const next = await this.proposals.next(request);
    return toOfficer(notice.recipient, request, { says, next: next?.number ?? null }, this.links.request(request));
  }

  private request({ subjectId }: NoticeToCompose): Promise<SurgeRequest> {
    return this.database.read.getRepository(SurgeRequest).findOneByOrFail({ id: subjectId });
  }

  private async about(notice: NoticeToCompose) {
    const offer = await this.database.read.getRepository(SurgeOffer).findOneByOrFail({ id: notice.detailId ?? '' });
    return { offer, request: await this.request(notice) };
  }
}

function isHeld(offer: SurgeOffer): boolean {
  return offer.state === 'accepted' && offer.firmAt === null;
}

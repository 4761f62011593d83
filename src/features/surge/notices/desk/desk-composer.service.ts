import { Injectable } from '@nestjs/common';
import { ARRANGED } from '../../../../core/surge-alternatives.js';
import { readStages, STAGES, type Stage, stageNow } from '../../../../core/surge-stages.js';
import { Clock } from '../../../../platform/clock.js';
import { Settings } from '../../../../platform/config/index.js';
import { Database } from '../../../../platform/database/index.js';
import type { MailContent } from '../../../../platform/mail/index.js';
import { ComposesNotice, type NoticeToCompose } from '../../../notices/index.js';
import { SurgeAlternative } from '../../entities/surge-alternative.entity.js';
import { SurgeEvent } from '../../entities/surge-event.entity.js';
import { SurgeRequest } from '../../entities/surge-request.entity.js';
import { SURGE_WORDS } from '../wording/index.js';
import {
  alternativeAnswered,
  alternativeArranged,
  alternativeOverdue,
  confirmationAsked,
  handedOver,
  messageWritten,
  stageOverdue,
} from './desk-reasons.js';
import { DESK_WORDS } from './desk-words.js';

type Mail = Promise<MailContent | null>;

/** Writes the mails that the desk and the offices get about each other, from the present state, or says that one is no longer true. */
@Injectable()
export class DeskComposer {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** The message itself stays on the page: it may name people and places. */
  @ComposesNotice(messageWritten)
  async messageWritten(notice: NoticeToCompose): Mail {
    const request = await this.requestOf(notice);
    if (!request) return null;
    const { subject, toDesk, toOffice } = DESK_WORDS[notice.recipient.language].messageWritten;
    const event = await this.database.read.getRepository(SurgeEvent).findOneBy({ id: notice.detailId ?? '' });
    const side = event?.details?.side;
    const forOffice = side === undefined ? notice.recipient.id === request.createdBy : side === 'officer';
    return this.mail(notice, request, subject, forOffice ? toOffice : toDesk);
  }

  /** Only while that stage still runs late. */
  @ComposesNotice(stageOverdue)
  async stageOverdue(notice: NoticeToCompose): Mail {
    const request = await this.requestOf(notice);
    const stage = STAGES.find((one) => one === notice.detailId);
    if (!request || !stage || !(await this.isLate(request, stage))) return null;
    const words = DESK_WORDS[notice.recipient.language].stageOverdue;
    return this.mail(notice, request, words.subject, words[stage]);
  }

  /** Only while they still have it. */
  @ComposesNotice(handedOver)
  async handedOver(notice: NoticeToCompose): Mail {
    const request = await this.requestOf(notice);
    if (request?.officerId !== notice.recipient.id) return null;
    const { subject, text } = DESK_WORDS[notice.recipient.language].handedOver;
    return this.mail(notice, request, subject, text);
  }

  /** Only while it waits to be confirmed. */
  @ComposesNotice(confirmationAsked)
  async confirmationAsked(notice: NoticeToCompose): Mail {
    const request = await this.requestOf(notice);
    if (request?.state !== 'confirming') return null;
    const { subject, text } = DESK_WORDS[notice.recipient.language].confirmationAsked;
    return this.mail(notice, request, subject, text);
  }

  /** What was answered last; it may have changed its mind. */
  @ComposesNotice(alternativeAnswered)
  async alternativeAnswered(notice: NoticeToCompose): Mail {
    const { request, alternative } = await this.instead(notice);
    if (!request || !alternative) return null;
    const { subject, takenUp, requested, turnedDown } = DESK_WORDS[notice.recipient.language].alternativeAnswered;
    const wanted = ARRANGED.includes(alternative.alternative) ? takenUp : requested;
    return this.mail(notice, request, subject, alternative.state === 'turned-down' ? turnedDown : wanted);
  }

  /** Only while it waits to be arranged. */
  @ComposesNotice(alternativeOverdue)
  async alternativeOverdue(notice: NoticeToCompose): Mail {
    const { request, alternative } = await this.instead(notice);
    if (!request || alternative?.state !== 'taken-up') return null;
    const { subject, text } = DESK_WORDS[notice.recipient.language].alternativeOverdue;
    return this.mail(notice, request, subject, text);
  }

  @ComposesNotice(alternativeArranged)
  async alternativeArranged(notice: NoticeToCompose): Mail {
    const { request, alternative } = await this.instead(notice);
    if (!request || alternative?.state !== 'arranged') return null;
    const { subject, text } = DESK_WORDS[notice.recipient.language].alternativeArranged;
    return this.mail(notice, request, subject, text);
  }

  private async instead(notice: NoticeToCompose) {
    const alternative = await this.database.read.getRepository(SurgeAlternative).findOneBy({ id: notice.detailId ?? '' });
    return { alternative, request: await this.requestOf(notice) };
  }

  private mail({ recipient }: NoticeToCompose, request: SurgeRequest, subject: string, text: string): MailContent {
    const { greeting, labels, openRequest } = SURGE_WORDS[recipient.language];
    const { publicUrl, host, port } = this.settings;
    return {
      language: recipient.language,
      greeting: greeting(recipient.name),
      urgent: request.urgency === 'immediate',
      subject,
      paragraphs: [text],
      facts: [{ label: labels.reference, value: request.reference }],
      action: { label: openRequest, url: `${publicUrl || `http://${host}:${port}`}/surge/${request.id}` },
    };
  }

  private async isLate(request: SurgeRequest, stage: Stage): Promise<boolean> {
    const history = await this.database.read.getRepository(SurgeEvent).find({ where: { requestId: request.id }, order: { id: 'ASC' } });
    const now = stageNow(readStages(history, request.urgency, this.clock.now()));
    return now?.stage === stage && now.state === 'running' && now.late;
  }

  private requestOf({ subjectId }: NoticeToCompose): Promise<SurgeRequest | null> {
    return this.database.read.getRepository(SurgeRequest).findOneBy({ id: subjectId });
  }
}

import { Injectable } from '@nestjs/common';
import { isDue } from '../../../core/offers.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import type { MailContent } from '../../../platform/mail/index.js';
import { ComposesNotice, type NoticeToCompose } from '../../notices/index.js';
import { SurgeRelease } from '../entities/surge-release.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import { MailLinks } from './mail-links.service.js';
import { toAgency, toOfficer } from './offer-mails.js';
import { releaseAsked, releaseClosed, releaseOverdue, releaseReminder } from './offer-reasons.js';

type Mail = Promise<MailContent | null>;

/** Writes mails about releases from the present state, or says that they are no longer true. */
@Injectable()
export class ReleaseComposer {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly clock: Clock,
  ) {}

  @ComposesNotice(releaseAsked)
  async asked(notice: NoticeToCompose): Mail {
    const { release, request } = await this.about(notice);
    if (release.state !== 'asked' && release.state !== 'overdue') return null;
    return toAgency(notice.recipient, request, { says: 'releaseAsked', release, url: this.links.release(release) });
  }

  @ComposesNotice(releaseReminder)
  async reminder(notice: NoticeToCompose): Mail {
    const { release, request } = await this.about(notice);
    if (release.state !== 'asked' || isDue(release, this.clock.now())) return null;
    return toAgency(notice.recipient, request, { says: 'releaseReminder', release, url: this.links.release(release) });
  }

  @ComposesNotice(releaseClosed)
  async closed(notice: NoticeToCompose): Mail {
    const { release, request } = await this.about(notice);
    if (release.state !== 'closed') return null;
    return toAgency(notice.recipient, request, { says: 'releaseClosed', release, url: this.links.release(release) });
  }

  @ComposesNotice(releaseOverdue)
  async overdue(notice: NoticeToCompose): Mail {
    const { release, request } = await this.about(notice);
    return release.state === 'overdue'
      ? toOfficer(notice.recipient, request, { says: 'releaseOverdue' }, this.links.request(request))
      : null;
  }

  private async about({ subjectId, detailId }: NoticeToCompose) {
    const { read } = this.database;
    return {
      release: await read.getRepository(SurgeRelease).findOneByOrFail({ offerId: detailId ?? '' }),
      request: await read.getRepository(SurgeRequest).findOneByOrFail({ id: subjectId }),
    };
  }
}

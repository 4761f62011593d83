import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/index.js';
import type { Addressee, MailContent } from '../../platform/mail/index.js';
import { Composers } from './composers.service.js';
import { GATHERED, gathered } from './gathered.js';
import { Notice } from './notice.entity.js';
import { Recipients } from './recipients.service.js';

/** What leaves for one notice, as things stand now. */
export interface Letter {
  readonly to: Addressee;
  /** Null when nothing of it is true any more. */
  readonly content: MailContent | null;
  /** Ids of the notices that travel in it. */
  readonly carries: readonly string[];
  /** Ids of the notices that were to travel in it and are not true any more. */
  readonly drops: readonly string[];
}

/** Writes the letter of a notice, or of all notices that it carries, from the present state. Outside a transaction; changes nothing. */
@Injectable()
export class NoticeLetters {
  constructor(
    private readonly db: Database,
    private readonly composers: Composers,
    private readonly recipients: Recipients,
  ) {}

  /** Null when there is nobody to write to any more. */
  async write(notice: Notice): Promise<Letter | null> {
    const to = await this.recipients.addressee({ kind: notice.recipientKind, id: notice.recipientId });
    if (!to) return null;
    if (notice.reason === GATHERED.name) return this.gather(notice, to);
    return { to, content: await this.compose(notice, to), carries: [], drops: [] };
  }

  private async gather(notice: Notice, to: Addressee): Promise<Letter> {
    const members = await this.db.read.getRepository(Notice).find({
      where: { gatheredIn: notice.id, state: In(['queued', 'failed']) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const told: { id: string; content: MailContent }[] = [];
    const drops: string[] = [];
    for (const member of members) {
      const content = await this.compose(member, to);
      if (content) told.push({ id: member.id, content });
      else drops.push(member.id);
    }
    const content = gathered(
      to,
      told.map((one) => one.content),
    );
    return { to, content, carries: told.map(({ id }) => id), drops };
  }

  private compose({ id, reason, subjectId, detailId, recipientKind, recipientId }: Notice, to: Addressee): Promise<MailContent | null> {
    const recipient = { kind: recipientKind, id: recipientId, name: to.name, language: to.language };
    return this.composers.for(reason)({ id, subjectId, detailId, recipient });
  }
}

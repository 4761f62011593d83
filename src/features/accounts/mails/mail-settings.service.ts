import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { notFound } from '../../../core/errors.js';
import { Audit } from '../../../platform/audit/index.js';
import { Database } from '../../../platform/database/index.js';
import { Account } from '../account.entity.js';
import type { MailSettingsDto } from './mail-settings.dto.js';

/** How the account that acts wants to be told; nobody reads or sets it for others. */
@Injectable()
export class MailSettings {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
  ) {}

  async of(me: Actor): Promise<MailSettingsDto> {
    const account = await this.db.read.getRepository(Account).findOneBy({ id: me.accountId });
    if (!account) throw notFound('account');
    const { language, mailPace, quietHours, timeZone } = account;
    return { language, mailPace, quietHours, timeZone };
  }

  /** Holds for every notice that is not gathered yet. Nobody is signed out by it. */
  async change({ language, mailPace, quietHours, timeZone }: MailSettingsDto, me: Actor): Promise<MailSettingsDto> {
    const settings = { language, mailPace, quietHours, timeZone };
    await this.db.transaction(async (tx) => {
      await tx.getRepository(Account).update({ id: me.accountId }, settings);
      await this.audit.record(tx, { actor: me, action: 'account.mails-changed', subject: { kind: 'account', id: me.accountId } });
    });
    return settings;
  }
}

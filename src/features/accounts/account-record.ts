import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Audit } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/database/index.js';
import { defineJob, Jobs } from '../../platform/outbox/index.js';
import type { Account } from './account.entity.js';
import { PasswordNews } from './password/password-news.service.js';

/** Somebody can sign in from now on: whoever keeps what waits for them tells them of it. Carries the id of the account only. */
export const accountArrived = defineJob<{ accountId: string }>('account.arrived');

/**
 * What happened to accounts: in the audit trail; where somebody can sign in now who could not before, as a job; and where a
 * password is not the one its holder chose any more, as a mail.
 */
@Injectable()
export class AccountRecord {
  constructor(
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly passwords: PasswordNews,
  ) {}

  async added(tx: Tx, { id, role, country, agency }: Account, by: Actor | 'system'): Promise<void> {
    const subject = { kind: 'account', id };
    await this.audit.record(tx, { actor: by, action: 'account.added', subject, details: { role, country, agency } });
    await this.jobs.enqueue(tx, accountArrived, { accountId: id });
  }

  async changed(tx: Tx, id: string, action: string, by: Actor): Promise<void> {
    await this.audit.record(tx, { actor: by, action, subject: { kind: 'account', id } });
    if (action === 'account.enabled') await this.jobs.enqueue(tx, accountArrived, { accountId: id });
    if (action === 'account.password-reset') await this.passwords.reset(tx, id);
  }
}

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Role } from '../../core/access.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { type AccountResolver, type Addressee, ResolvesRecipient } from '../../platform/mail/index.js';
import { Account } from './account.entity.js';

/** How accounts are written to. Nobody writes to an account that is switched off. */
@ResolvesRecipient('account')
@Injectable()
export class AccountRecipients implements AccountResolver {
  constructor(private readonly db: Database) {}

  async addressees(ids: readonly string[]): Promise<ReadonlyMap<string, Addressee>> {
    const accounts = await this.db.read.getRepository(Account).findBy({ id: In([...ids]), disabled: false });
    return new Map(
      accounts.map(({ id, name, email, language, mailPace, quietHours, timeZone }) => [
        id,
        { name, email, language, habits: { pace: mailPace, quietHours, timeZone } },
      ]),
    );
  }

  async withRole(tx: Tx, role: Role): Promise<readonly string[]> {
    const accounts = await tx.getRepository(Account).find({ where: { role, disabled: false }, order: { id: 'ASC' }, select: { id: true } });
    return accounts.map(({ id }) => id);
  }
}

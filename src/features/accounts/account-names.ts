import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Role } from '../../core/access.js';
import { Database } from '../../platform/database/index.js';
import { Account } from './account.entity.js';

/** Names of colleagues for a history, whether or not they still work here. */
@Injectable()
export class AccountNames {
  constructor(private readonly db: Database) {}

  /** By id; what is not the id of an account is left out. Outside a transaction. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const accounts = await this.db.read
      .getRepository(Account)
      .find({ where: { id: In([...new Set(ids)]) }, select: { id: true, name: true } });
    return new Map(accounts.map(({ id, name }) => [id, name]));
  }

  /** Everybody who has the role and may sign in now, by name. Outside a transaction. */
  colleagues(role: Role): Promise<Pick<Account, 'id' | 'name'>[]> {
    return this.db.read
      .getRepository(Account)
      .find({ where: { role, disabled: false }, select: { id: true, name: true }, order: { name: 'ASC', id: 'ASC' } });
  }
}

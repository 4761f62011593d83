import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { Account } from './account.entity.js';

/** Who speaks for an agency. */
@Injectable()
export class FocalPoints {
  /** Ids of the agency's focal points who can sign in, in a fixed order. */
  async of(tx: Pick<Tx, 'getRepository'>, agency: string): Promise<readonly string[]> {
    const accounts = await tx
      .getRepository(Account)
      .find({ where: { role: 'agency-focal-point', agency, disabled: false }, order: { id: 'ASC' }, select: { id: true } });
    return accounts.map(({ id }) => id);
  }
}

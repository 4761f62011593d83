import { Injectable } from '@nestjs/common';
import type { CountryCode } from '../../core/expert.js';
import type { Tx } from '../../platform/database/index.js';
import { Account } from './account.entity.js';

/** Who speaks for the office of a country, and who still works here. */
@Injectable()
export class Offices {
  /**
   * Whom to tell what became of something that the office wrote: its writer, or, where that account is closed, everybody who can sign in
   * for the country, in a fixed order. Never nobody: where nobody is left it is the writer, and the ledger shows that it could not be told.
   */
  async of(tx: Pick<Tx, 'getRepository'>, country: CountryCode, writer: string): Promise<readonly string[]> {
    if (await this.worksHere(tx, writer)) return [writer];
    const successors = await tx.getRepository(Account).find({
      where: { role: 'resident-coordinator', country, disabled: false },
      order: { id: 'ASC' },
      select: { id: true },
    });
    return successors.length > 0 ? successors.map(({ id }) => id) : [writer];
  }

  /** Whether this account can sign in. */
  worksHere(tx: Pick<Tx, 'getRepository'>, accountId: string): Promise<boolean> {
    return tx.getRepository(Account).existsBy({ id: accountId, disabled: false });
  }
}

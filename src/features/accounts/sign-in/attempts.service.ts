import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { DomainError } from '../../../core/errors.js';
import { Clock } from '../../../platform/clock.js';
import { Settings } from '../../../platform/config/index.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { SignInAttempt } from './sign-in-attempt.entity.js';

/** Failed attempts are counted over this time, in milliseconds. */
export const WINDOW_MS = 15 * 60_000;

/** Failed attempts within the window: on one account from one address, on one account from anywhere, from one address. */
export const LIMITS = { pair: 10, account: 50, address: 100 } as const;

/** Where an attempt comes from and on whom. */
export interface Attempt {
  readonly email: string;
  readonly address: string;
}

interface Limit {
  readonly key: string;
  readonly limit: number;
}

/** Slows guessing down, in the database, so that several processes and a restart count together. */
@Injectable()
export class Attempts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Counts an attempt before it is made, so that a hundred at once are not a hundred free ones. Throws when there were too many. */
  async begin(attempt: Attempt): Promise<void> {
    const tooMany = await this.db.transaction(async (tx) => {
      await tx.getRepository(SignInAttempt).delete({ expiresAt: LessThanOrEqual(this.clock.iso()) });
      for (const { key, limit } of this.keys(attempt)) if ((await this.count(tx, key)) > limit) return true;
      return false;
    });
    if (tooMany)
      throw new DomainError(
        'input.too-many-requests',
        'There were too many attempts with a wrong password. Wait fifteen minutes, or ask an administrator for help.',
      );
  }

  /** After a success: what was counted on the account from here no longer matters, the rest is given back. */
  async succeeded(tx: Tx, attempt: Attempt): Promise<void> {
    const [address, account, pair] = this.keys(attempt);
    for (const { key } of [address, account]) await tx.getRepository(SignInAttempt).decrement({ key }, 'attempts', 1);
    await tx.getRepository(SignInAttempt).delete({ key: pair.key });
  }

  private async count(tx: Tx, key: string): Promise<number> {
    const attempts = tx.getRepository(SignInAttempt);
    await attempts
      .createQueryBuilder()
      .insert()
      .values({ key, attempts: 0, expiresAt: this.clock.iso(WINDOW_MS) })
      .orIgnore()
      .execute();
    // The increment locks the row until the transaction ends, so what is read after it is exact.
    await attempts.increment({ key }, 'attempts', 1);
    return (await attempts.findOneByOrFail({ key })).attempts;
  }

  /**
   * Always in the same order, so that two attempts never wait for each other; the address first, so that one caller
   * cannot fill the table with invented accounts.
   */
  private keys({ email, address }: Attempt): readonly [Limit, Limit, Limit] {
    const key = (...parts: string[]) =>
      createHmac('sha256', this.settings.secret)
        .update(JSON.stringify(['sign-in', ...parts]))
        .digest('base64url');
    return [
      { key: key('address', address), limit: LIMITS.address },
      { key: key('account', email), limit: LIMITS.account },
      { key: key('pair', email, address), limit: LIMITS.pair },
    ];
  }
}

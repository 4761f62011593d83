import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { DomainError } from '../../../core/errors.js';
import { Audit } from '../../../platform/audit/index.js';
import { Database, lockRow } from '../../../platform/database/index.js';
import { Account, actorOf } from '../account.entity.js';
import { Attempts } from './attempts.service.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.service.js';

/** What somebody signs in with, and from where. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Network address of the caller. Counted as a hash, stored nowhere. */
  readonly address: string;
  /** A session this browser already had; it ends with the new one's start. */
  readonly previous?: string | undefined;
}

/** Signing in and out. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Database,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly audit: Audit,
  ) {}

  /**
   * A new session and its actor. Throws `access.wrong-credentials`, the same for a wrong password, an unknown address and
   * an account that is switched off; `input.too-many-requests` after too many attempts.
   */
  async signIn({ email, password, address, previous }: Credentials): Promise<{ token: string; actor: Actor }> {
    const attempt = { email: email.trim().toLowerCase(), address };
    await this.attempts.begin(attempt);
    const account = await this.db.read.getRepository(Account).findOneBy({ email: attempt.email });
    const right = await this.passwords.matches(account?.passwordHash, password);
    if (!account || account.disabled || !right) return this.refuse(account);
    const token = await this.db.transaction(async (tx) => {
      // Whoever changed the password or switched the account off while it was checked has ended its sessions: none begins after that.
      const present = await lockRow(tx, Account, { id: account.id });
      if (!present || present.disabled || present.passwordHash !== account.passwordHash) return null;
      if (previous !== undefined) await this.sessions.end(tx, previous);
      await this.attempts.succeeded(tx, attempt);
      await this.audit.record(tx, {
        actor: { accountId: account.id },
        action: 'account.signed-in',
        subject: { kind: 'account', id: account.id },
      });
      return this.sessions.start(tx, account);
    });
    return token === null ? this.refuse(account) : { token, actor: actorOf(account) };
  }

  async signOut(token: string | undefined, me: Actor | null): Promise<void> {
    if (token === undefined || me === null) return;
    await this.db.transaction(async (tx) => {
      await this.sessions.end(tx, token);
      await this.audit.record(tx, { actor: me, action: 'account.signed-out', subject: { kind: 'account', id: me.accountId } });
    });
  }

  private async refuse(account: Account | null): Promise<never> {
    await this.db.transaction((tx) =>
      this.audit.record(tx, {
        actor: 'system',
        action: 'account.sign-in-failed',
        subject: { kind: 'account', id: account?.id ?? 'unknown' },
      }),
    );
    throw new DomainError(
      'access.wrong-credentials',
      'The e-mail address or the password is wrong. Check both and try again, or ask an administrator for a new password.',
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { fieldError, notFound } from '../../../core/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Account } from '../account.entity.js';
import { Attempts } from '../sign-in/attempts.service.js';
import { Passwords } from '../sign-in/passwords.js';
import { Sessions } from '../sign-in/sessions.service.js';
import type { ChangePasswordDto } from './password.dto.js';
import { PasswordNews } from './password-news.service.js';

/** From where somebody changes a password. */
export interface ChangedFrom {
  /** Network address of the caller. Counted as a hash, stored nowhere. */
  readonly address: string;
  /** The session that stays. */
  readonly token: string | undefined;
}

/** Lets everybody change their own password, and nobody another's. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly db: Database,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly news: PasswordNews,
  ) {}

  /**
   * From now on only the new password signs in. Every other session ends, and a mail says so. Wrong present passwords count
   * as wrong sign-ins do, so that an open browser is no better place to guess.
   * @throws DomainError `input.invalid` at `currentPassword` or `newPassword`, `input.too-many-requests`
   */
  async change({ currentPassword, newPassword }: ChangePasswordDto, me: Actor, { address, token }: ChangedFrom): Promise<void> {
    const account = await this.db.read.getRepository(Account).findOneBy({ id: me.accountId });
    if (!account) throw notFound('account');
    if (newPassword === currentPassword) throw fieldError('newPassword', 'This is your present password. Choose another one.');
    if (newPassword.toLowerCase() === account.email)
      throw fieldError('newPassword', 'This is your e-mail address, which others know. Choose something else.');
    const attempt = { email: account.email, address };
    await this.attempts.begin(attempt);
    if (!(await this.passwords.matches(account.passwordHash, currentPassword))) return this.refuse(me);
    const passwordHash = await this.passwords.hash(newPassword);
    const changed = await this.db.transaction(async (tx) => {
      // Only from the password that was checked: an administrator may have made a new one meanwhile, against whoever does this.
      const { affected } = await tx.getRepository(Account).update({ id: account.id, passwordHash: account.passwordHash }, { passwordHash });
      if (affected !== 1) return false;
      await this.sessions.endOthers(tx, account.id, token);
      await this.attempts.succeeded(tx, attempt);
      await this.news.changed(tx, me);
      return true;
    });
    if (!changed) return this.refuse(me);
  }

  private async refuse(me: Actor): Promise<never> {
    await this.db.transaction((tx) => this.news.refused(tx, me));
    throw fieldError('currentPassword', 'This is not your present password. Check it, or ask an administrator for a new one.');
  }
}

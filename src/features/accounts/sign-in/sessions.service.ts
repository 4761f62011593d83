import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, Not } from 'typeorm';
import type { Actor } from '../../../core/access.js';
import { Clock } from '../../../platform/clock.js';
import { Settings } from '../../../platform/config/index.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { type Account, actorOf } from '../account.entity.js';
import { ABSOLUTE_MS, IDLE_MS, Session } from './session.entity.js';
import { cookieName, tokenIn } from './session-cookie.js';

/** Use is written down at most this often, so that reading a page seldom writes. */
const NOTE_USE_EVERY_MS = 5 * 60_000;

/** Who is signed in. The database knows only hashes of the tokens. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** A session under a new token, which is returned and kept nowhere. Sessions that have run out go on this occasion. */
  async start(tx: Tx, account: Pick<Account, 'id'>): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.iso();
    await tx.getRepository(Session).delete({ expiresAt: LessThanOrEqual(now) });
    await tx
      .getRepository(Session)
      .insert({ id: digest(token), accountId: account.id, startedAt: now, usedAt: now, expiresAt: this.clock.iso(IDLE_MS) });
    return token;
  }

  /** Does nothing when there is no such session. */
  async end(tx: Tx, token: string): Promise<void> {
    await tx.getRepository(Session).delete({ id: digest(token) });
  }

  async endAll(tx: Tx, accountId: string): Promise<void> {
    await tx.getRepository(Session).delete({ accountId });
  }

  /** Ends every session of the account but the one of this token. */
  async endOthers(tx: Tx, accountId: string, token: string | undefined): Promise<void> {
    await tx.getRepository(Session).delete({ accountId, ...(token !== undefined && { id: Not(digest(token)) }) });
  }

  /** The actor of a request by its cookie header, or null. The account is read each time: one switched off is out at once. */
  actorOfRequest(request: { headers: { cookie?: string | undefined } }): Promise<Actor | null> {
    const token = tokenIn(request.headers.cookie, cookieName(this.settings));
    return token === undefined ? Promise.resolve(null) : this.actor(token);
  }

  private async actor(token: string): Promise<Actor | null> {
    const session = await this.db.read.getRepository(Session).findOne({ where: { id: digest(token) }, relations: { account: true } });
    if (!session || session.account.disabled || session.expiresAt <= this.clock.iso()) return null;
    await this.noteUse(session);
    return actorOf(session.account);
  }

  private async noteUse(session: Session): Promise<void> {
    if (this.clock.now() - Date.parse(session.usedAt) < NOTE_USE_EVERY_MS) return;
    const end = Math.min(this.clock.now() + IDLE_MS, Date.parse(session.startedAt) + ABSOLUTE_MS);
    await this.db.read
      .getRepository(Session)
      .update({ id: session.id }, { usedAt: this.clock.iso(), expiresAt: new Date(end).toISOString() });
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

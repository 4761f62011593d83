import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../../src/core/access.js';
import { Account } from '../../src/features/accounts/account.entity.js';
import { Session } from '../../src/features/accounts/sign-in/session.entity.js';
import { type Database, newId } from '../../src/platform/database/index.js';

/** The cookie of somebody of this role who is signed in for an hour, written into the database and not asked for. */
export async function signedIn(database: Database, role: Role, country: string | null = null): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date().toISOString();
  const id = newId();
  const account = { id, email: `${id}@example.org`, name: 'Fictional', role, country, agency: null };
  await database.read.getRepository(Account).insert({ ...account, passwordHash: 'signed in already', disabled: false, createdAt: now });
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const hash = createHash('sha256').update(token).digest('hex');
  await database.read.getRepository(Session).insert({ id: hash, accountId: id, startedAt: now, usedAt: now, expiresAt });
  return `session=${token}`;
}

import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createApp } from '../../src/app.js';
import type { Role } from '../../src/core/access.js';
import { AccountsService } from '../../src/features/accounts/index.js';
import { settingsFrom } from '../../src/platform/config/index.js';
import { fill } from './filling.js';
import { fictionalRoster } from './roster.js';

const PASSWORD = 'a quiet long password of the bench';

interface Answer {
  readonly id: string;
  readonly request: { readonly id: string };
}

/** The whole service on SQLite, in this process, with a roster of that size. */
export interface House {
  readonly port: number;
  /** The cookie of somebody with this role. */
  cookie(role: Role): Promise<string>;
  /** What an answer of the API says; throws when it is a refusal. */
  call(cookie: string, method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>;
  close(): Promise<void>;
}

export async function openHouse(size: number): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'hra-desk-house-'));
  const app = await createApp(
    settingsFrom({ NODE_ENV: 'test', PORT: '0', DATA_FOLDER: folder, APP_SECRET: 'a secret of the bench with more than 32 characters' }),
  );
  fill(app.get(DataSource, { strict: false }), fictionalRoster(size));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const post = (path: string, body: object, cookie = '') =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  return {
    port,
    async cookie(role) {
      const email = `${role}@example.org`;
      const account = {
        email,
        name: `Fictional ${role}`,
        role,
        password: PASSWORD,
        ...(role === 'resident-coordinator' ? { country: 'KEN' } : {}),
      };
      await app.get(AccountsService, { strict: false }).add(account, 'system');
      const answer = await post('/api/v1/session', { email, password: PASSWORD });
      return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    },
    async call(cookie, method, path, body = {}) {
      const url = `/api/v1${path}`;
      const answer =
        method === 'POST' ? await post(url, body, cookie) : await fetch(`http://127.0.0.1:${port}${url}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as Answer;
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

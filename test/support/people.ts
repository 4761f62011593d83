import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '../../src/core/access.js';
import { AccountsService } from '../../src/features/accounts/index.js';
import type { RunningApp } from './app.js';

/** The screens at which pages are looked at. */
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };
/** All that a first view may transfer, in bytes. */
export const HEAVIEST = 50 * 1_024;

const PASSWORD = 'a quiet long password';
const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** An account of this role that has just signed in: its cookie, `session=…`. */
export async function sessionOf(app: RunningApp, role: Role, country?: string): Promise<string> {
  const account = {
    email: `${role}@example.org`,
    name: `Fictional ${role}`,
    role,
    country: country ?? undefined,
    agency: role === 'agency-focal-point' ? 'UNDP' : undefined,
    password: PASSWORD,
  };
  await app.module.get(AccountsService, { strict: false }).add(account, 'system');
  const answer = await fetch(`${app.url}/api/v1/session`, {
    method: 'POST',
    body: JSON.stringify({ email: account.email, password: PASSWORD }),
    headers: { 'content-type': 'application/json' },
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** The same for a browser's context. */
export function asBrowserCookie(app: RunningApp, session: string): { name: string; value: string; url: string } {
  const [name = '', value = ''] = session.split('=');
  return { name, value, url: app.url };
}

/** Opens a page for somebody with this session, or for somebody without an account, and closes it after the work. */
export async function visiting<T>(
  browser: Browser,
  app: RunningApp,
  session: string | null,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ baseURL: app.url, ...options });
  try {
    if (session !== null) await context.addCookies([asBrowserCookie(app, session)]);
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What on this page keeps people out, as axe finds it: rule, impact and the elements. */
export async function barriersOn(page: Page): Promise<unknown[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(({ id, impact, nodes }) => [id, impact, nodes.map(({ html }) => html)]);
}

/** By how many pixels the page is wider than the window. */
export function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** All bytes that a first view of the path transfers, style and mark included. */
export async function bytesOf(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize)));
  await page.goto(path, { waitUntil: 'networkidle' });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

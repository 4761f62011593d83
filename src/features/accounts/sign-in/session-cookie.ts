import type { Settings } from '../../../platform/config/index.js';
import { ABSOLUTE_MS } from './session.entity.js';

type Public = Pick<Settings, 'publicUrl'>;

/** Over https the name itself makes browsers insist on Secure, this host and the whole site. */
export function cookieName(settings: Public): string {
  return isHttps(settings) ? '__Host-session' : 'session';
}

/** The token in a Cookie header, or undefined when there is none that could be ours. */
export function tokenIn(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(';').find((text) => text.trim().startsWith(`${name}=`));
  const token = pair?.trim().slice(name.length + 1);
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** The Set-Cookie header that keeps a token, or that takes it away with null. A token has no character that needs escaping. */
export function sessionCookie(settings: Public, token: string | null): string {
  const secure = isHttps(settings) ? '; Secure' : '';
  return `${cookieName(settings)}=${token ?? ''}; Max-Age=${token === null ? 0 : ABSOLUTE_MS / 1_000}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

function isHttps(settings: Public): boolean {
  return settings.publicUrl.startsWith('https:');
}

import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
/** A proxy on this machine also comes from the loopback address; these tell that somebody stands behind it. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'] as const;

/**
 * Whether these metrics may be read: with the token where one is set, as `Authorization: Bearer …`; else only from this
 * machine, and not through a proxy on it. `from` is the address of the socket, whatever headers say.
 */
export function mayScrape(headers: IncomingHttpHeaders, from: string | undefined, token: string | undefined): boolean {
  if (token === undefined) return LOOPBACK.test(from ?? '') && PROXY_HEADERS.every((name) => headers[name] === undefined);
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

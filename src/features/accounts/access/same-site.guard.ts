import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../../core/errors.js';
import { Settings } from '../../../platform/config/index.js';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Keeps other sites from acting with somebody's session. Reasons: docs/adr/csrf-without-tokens.md. */
@Injectable()
export class SameSiteGuard implements CanActivate {
  constructor(private readonly settings: Settings) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (SAFE.has(method) || isOwn(headers, this.settings.publicUrl)) return true;
    throw new DomainError(
      'access.cross-site',
      'This request came from another site, so nothing was done. Open the page here and try again.',
    );
  }
}

/** The headers of a request that tell where it comes from. */
export interface OriginHeaders {
  readonly 'sec-fetch-site'?: string | string[] | undefined;
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
}

/** Whether a request was made by our own pages, by the person, or by a program that is no browser. */
export function isOwn(headers: OriginHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (headers.origin === undefined) return true;
  if (!URL.canParse(headers.origin)) return false;
  const from = new URL(headers.origin);
  return from.host === headers.host || (publicUrl !== '' && from.origin === new URL(publicUrl).origin);
}

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  applyDecorators,
  type CallHandler,
  Controller,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { Page, Redirect } from './page.js';

const compress = promisify(gzip);

/** Below this many bytes, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1_400;

/** Sends what a page handler returned. Pages are never stored by a cache: they show what only this person may see. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next
      .handle()
      .pipe(mergeMap((result: unknown) => send(result, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())));
  }
}

async function send(result: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (!(result instanceof Page) && !(result instanceof Redirect)) return result;
  reply.header('cache-control', 'no-store').status(result.status);
  if (result instanceof Redirect) {
    reply.header('location', result.location);
    return '';
  }
  const html = result.render();
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding');
  if (html.length < WORTH_COMPRESSING || !acceptsGzip(request)) return html;
  reply.header('content-encoding', 'gzip');
  return compress(html);
}

/** Whether the other side can unpack gzip. */
export function acceptsGzip(request: Pick<FastifyRequest, 'headers'>): boolean {
  return /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
}

/** A controller of pages under a path (`''` for the root): handlers return `page(…)` or `redirect(…)`. Hidden from OpenAPI. */
export function Pages(path: string): ClassDecorator {
  return applyDecorators(Controller(path), UseInterceptors(PageInterceptor), ApiExcludeController());
}

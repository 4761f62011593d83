import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject, Injectable, Logger, Optional } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../core/access.js';
import { DomainError, type ErrorCode } from '../../core/errors.js';
import type { RequestWithActor } from './decisions.js';
import { type Problem, problemOf } from './problem.js';

/** Draws a problem as a page, for people who do not read JSON, with what the request tells of their language. Provided by the web room. */
export type ProblemPage = (
  problem: Problem,
  me: Actor | null,
  asked: { readonly url: string; readonly accepts: string | undefined },
) => string;
export const PROBLEM_PAGE = Symbol('problem page');

const BY_STATUS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  400: ['input.malformed', 'The body is not valid, or not of the type that its Content-Type names. Correct it and send it again.'],
  404: ['not-found', 'There is no such address. Check it, or start from the home page.'],
  413: ['input.too-large', 'The request is larger than this service accepts. Send less at once.'],
  415: ['input.malformed', 'This address does not take that kind of content. Send application/json.'],
  429: ['input.too-many-requests', 'Too many requests came in a short time. Wait a minute and try again.'],
};

/** Turns whatever was thrown into a problem. Only what nobody foresaw is logged, by its kind and place, never by its text. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(@Optional() @Inject(PROBLEM_PAGE) private readonly page?: ProblemPage) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    this.send(this.understood(thrown, request), request, reply);
  }

  /** The answer to an error that never reached a controller, such as a body that cannot be parsed. */
  send(error: DomainError, request: FastifyRequest & RequestWithActor, reply: FastifyReply): void {
    const problem = problemOf(error);
    void reply.status(problem.status);
    if (error.code === 'access.sign-in-required' && !isApi(request.url) && request.method === 'GET') {
      void reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
    } else if (this.page && !isApi(request.url)) {
      const asked = { url: request.url, accepts: request.headers['accept-language'] };
      void reply.type('text/html; charset=utf-8').send(this.page(problem, request.actor ?? null, asked));
    } else {
      void reply.type('application/problem+json').send(JSON.stringify(problem));
    }
  }

  understood(thrown: unknown, request: FastifyRequest): DomainError {
    if (thrown instanceof DomainError) return thrown;
    const known = BY_STATUS[statusOfThrown(thrown) ?? 500];
    if (known) return new DomainError(known[0], known[1]);
    this.logger.error({
      event: 'unforeseen',
      method: request.method,
      route: request.routeOptions?.url ?? 'none',
      failure: thrown instanceof Error ? thrown.name : 'unknown',
      at: place(thrown),
    });
    return new DomainError('service.failure', 'Something went wrong on our side and nothing was changed. Try again in a moment.');
  }
}

export function isApi(url: string): boolean {
  return url.startsWith('/api/');
}

function statusOfThrown(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** Where it was thrown, without the message: messages can hold personal data. */
function place(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !thrown.stack) return undefined;
  return thrown.stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' < ');
}

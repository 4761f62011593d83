import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Actor, may } from '../../../core/access.js';
import { DomainError } from '../../../core/errors.js';
import { DECISION, type Decision, type RequestWithActor } from '../../../platform/http/index.js';
import { Sessions } from '../sign-in/sessions.service.js';

/** In front of every route: finds out who asks and holds them to the route's decision. Without a decision nobody passes. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    const actor = await this.sessions.actorOfRequest(request);
    if (actor) request.actor = actor;
    admit(this.reflector.getAllAndOverride<Decision | undefined>(DECISION, [context.getHandler(), context.getClass()]), actor);
    return true;
  }
}

/** Throws when the decision does not let the actor in. */
export function admit(decision: Decision | undefined, actor: Actor | null): void {
  if (decision?.kind === 'public') return;
  if (!actor) throw new DomainError('access.sign-in-required', 'Sign in and try again; nobody is signed in, or the session has ended.');
  if (decision?.kind === 'signed-in') return;
  if (decision?.anyOf.some((permission) => may(actor, permission))) return;
  throw new DomainError('access.not-allowed', 'Your role does not include this. Ask an administrator if it should.');
}

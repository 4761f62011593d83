import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../core/access.js';
import { Settings } from '../../../platform/config/index.js';
import { OwnPassword } from '../password/own-password.service.js';
import type { ChangePasswordDto } from '../password/password.dto.js';
import { cookieName, sessionCookie, tokenIn } from './session-cookie.js';
import { SignIn } from './sign-in.service.js';

/** Signing in and out, and the own password, over HTTP, the same for pages and the API: the session travels in a cookie. */
@Injectable()
export class SignInDoor {
  constructor(
    private readonly signIn: SignIn,
    private readonly passwords: OwnPassword,
    private readonly settings: Settings,
  ) {}

  async enter({ email, password }: { email: string; password: string }, request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
    const { token, actor } = await this.signIn.signIn({ email, password, address: request.ip, previous: this.token(request) });
    reply.header('set-cookie', sessionCookie(this.settings, token)).header('cache-control', 'no-store');
    return actor;
  }

  async leave(me: Actor | null, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.signIn.signOut(this.token(request), me);
    reply.header('set-cookie', sessionCookie(this.settings, null)).header('cache-control', 'no-store');
  }

  /** The session from which it is changed goes on. */
  changePassword(dto: ChangePasswordDto, me: Actor, request: FastifyRequest): Promise<void> {
    return this.passwords.change(dto, me, { address: request.ip, token: this.token(request) });
  }

  private token(request: FastifyRequest): string | undefined {
    return tokenIn(request.headers.cookie, cookieName(this.settings));
  }
}

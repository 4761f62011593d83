import { Body, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../core/access.js';
import { Api, Me, Public, SignedIn } from '../../platform/http/index.js';
import { SignInDto } from './accounts.dto.js';
import { SignInDoor } from './sign-in/sign-in-door.js';

/** Signing in and out for programs: the cookie of the answer carries the session. */
@Api('session')
export class SessionController {
  constructor(private readonly door: SignInDoor) {}

  /** Signs in and answers who one is. */
  @Post()
  @Public()
  @HttpCode(200)
  signIn(@Body() dto: SignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Actor> {
    return this.door.enter(dto, request, reply);
  }

  /** Who is signed in. */
  @Get()
  @SignedIn()
  me(@Me() me: Actor): Actor {
    return me;
  }

  /** Signs out. */
  @Delete()
  @SignedIn()
  @HttpCode(204)
  signOut(@Me() me: Actor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.door.leave(me, request, reply);
  }
}

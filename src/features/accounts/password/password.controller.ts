import { Body, HttpCode, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../../core/access.js';
import { Api, Me, SignedIn } from '../../../platform/http/index.js';
import { SignInDoor } from '../sign-in/sign-in-door.js';
import { ChangePasswordDto } from './password.dto.js';

/** The password of whoever is signed in. */
@Api('password')
@SignedIn()
export class PasswordController {
  constructor(private readonly door: SignInDoor) {}

  /** Changes one's own password. Every other session ends; this one stays. */
  @Put()
  @HttpCode(204)
  change(@Body() dto: ChangePasswordDto, @Me() me: Actor, @Req() request: FastifyRequest): Promise<void> {
    return this.door.changePassword(dto, me, request);
  }
}

import { Body, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../../core/access.js';
import { fieldError } from '../../../core/errors.js';
import { Me, SignedIn } from '../../../platform/http/index.js';
import { Form, type Page, Pages, page, type Redirect, redirect, submit } from '../../../web/index.js';
import { SignInDoor } from '../sign-in/sign-in-door.js';
import { PasswordView } from '../views/password.js';
import { ChangePasswordFormDto } from './password.dto.js';

/** Changes the password of whoever is signed in. */
@Pages('password')
@SignedIn()
export class PasswordPages {
  constructor(private readonly door: SignInDoor) {}

  @Get()
  show(@Me() me: Actor, @Query('changed') changed?: string): Page {
    return this.form(me, new Form(), changed === 'yes');
  }

  @Post()
  change(@Me() me: Actor, @Body() body: unknown, @Req() request: FastifyRequest): Promise<Page | Redirect> {
    return submit(ChangePasswordFormDto, body, {
      act: async (dto) => {
        if (dto.again !== dto.newPassword) throw fieldError('again', 'The two new passwords are not the same. Type both again.');
        await this.door.changePassword(dto, me, request);
        return redirect('/password?changed=yes');
      },
      again: (form) => this.form(me, form),
    });
  }

  private form(me: Actor, form: Form<ChangePasswordFormDto>, changed = false): Page {
    const flash = 'Your password was changed. Every other device was signed out, and a mail says so.';
    return page({ title: 'Your password', me, ...(changed && { flash }) }, <PasswordView form={form} />);
  }
}

import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../core/access.js';
import { Me, Public, SignedIn } from '../../platform/http/index.js';
import { Form, localPath, type Page, Pages, page, type Redirect, redirect, submit } from '../../web/index.js';
import { SignInFormDto } from './accounts.dto.js';
import { SignInDoor } from './sign-in/sign-in-door.js';
import { Home } from './views/home.js';
import { SignInView } from './views/sign-in.js';

/** The way in, the start page and the way out. */
@Pages('')
export class SignInPages {
  constructor(private readonly door: SignInDoor) {}

  @Get()
  @SignedIn()
  home(@Me() me: Actor): Page {
    return page({ title: 'Start', me }, <Home me={me} />);
  }

  @Get('sign-in')
  @Public()
  ask(@Me() me: Actor | null, @Query('next') next: unknown): Page | Redirect {
    return me ? redirect(localPath(next) ?? '/') : signInPage(Form.filledWith({ next: localPath(next) }));
  }

  @Post('sign-in')
  @Public()
  enter(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Page | Redirect> {
    return submit(SignInFormDto, body, {
      act: async (dto) => {
        await this.door.enter(dto, request, reply);
        return redirect(localPath(dto.next) ?? '/');
      },
      again: signInPage,
    });
  }

  /** Works without a session, too: whoever wants to be out is out. */
  @Post('sign-out')
  @Public()
  async leave(@Me() me: Actor | null, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Redirect> {
    await this.door.leave(me, request, reply);
    return redirect('/sign-in');
  }
}

function signInPage(form: Form<SignInFormDto>): Page {
  return page({ title: 'Sign in', me: null }, <SignInView form={form} />);
}

import { Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import { NoticeLedger } from './notice-ledger.service.js';
import { NoticeQueryDto } from './notices.dto.js';
import { Notices } from './notices.service.js';

@Api('notices')
export class NoticesController {
  constructor(
    private readonly ledger: NoticeLedger,
    private readonly notices: Notices,
  ) {}

  /** The ledger, newest first: to whom, why, when expected, when sent or failed. */
  @Get()
  @Allow('notices:read')
  list(@Query() query: NoticeQueryDto, @Me() me: Actor) {
    return this.ledger.page(query, me);
  }

  /** Sends a failed notice again. */
  @Post(':id/resend')
  @HttpCode(202)
  @Allow('notices:resend')
  resend(@Id() id: string, @Me() me: Actor) {
    return this.notices.resend(id, me);
  }
}

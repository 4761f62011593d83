import { Get, Post, Query } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { Pages, page, redirect } from '../../web/index.js';
import { NoticeLedger } from './notice-ledger.service.js';
import { NoticeQueryDto } from './notices.dto.js';
import { Notices } from './notices.service.js';
import { Ledger } from './views/ledger.js';

@Pages('notices')
export class NoticePages {
  constructor(
    private readonly ledger: NoticeLedger,
    private readonly notices: Notices,
  ) {}

  @Get()
  @Allow('notices:read')
  async show(@Query() filter: NoticeQueryDto, @Me() me: Actor) {
    const found = await this.ledger.page(filter, me);
    return page({ title: 'Notices', me, wide: true }, <Ledger found={found} filter={filter} mayResend={may(me, 'notices:resend')} />);
  }

  @Post(':id/resend')
  @Allow('notices:resend')
  async resend(@Id() id: string, @Me() me: Actor) {
    await this.notices.resend(id, me);
    return redirect('/notices');
  }
}

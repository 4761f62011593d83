import { Body, Get, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { ReleaseDecisionDto } from './offers.dto.js';
import { ReleaseDesk } from './services/release-desk.service.js';
import { ReleaseList, ReleasePage } from './views/release-pages.js';

/** Releases of the own agency's staff, for its focal point. */
@Pages('releases')
@Allow('releases:decide')
export class ReleasePages {
  constructor(private readonly desk: ReleaseDesk) {}

  @Get()
  async list(@Me() me: Actor) {
    return page({ title: 'Releases', me, wide: true }, <ReleaseList releases={await this.desk.list(me)} />);
  }

  @Get(':id')
  show(@Id() id: string, @Me() me: Actor) {
    return this.shown(id, me, new Form());
  }

  @Post(':id')
  decide(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(ReleaseDecisionDto, body, {
      act: async (dto) => {
        await this.desk.decide(id, dto, me);
        return redirect(`/releases/${id}`);
      },
      again: (form) => this.shown(id, me, form),
    });
  }

  private async shown(id: string, me: Actor, form: Form) {
    return page({ title: 'A release', me }, <ReleasePage one={await this.desk.one(id, me)} form={form} />);
  }
}

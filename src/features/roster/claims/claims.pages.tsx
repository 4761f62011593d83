import { Body, Get, Post } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { Allow, Id, Me } from '../../../platform/http/index.js';
import { Form, Pages, page, redirect, submit } from '../../../web/index.js';
import { RosterProfiles } from '../roster-profiles.service.js';
import { VerificationDto } from './claims.dto.js';
import { RosterClaims } from './roster-claims.service.js';
import { VerificationForm } from './verification-form.js';

/** Records what somebody checked of what an expert says. */
@Pages('roster/experts/:id/verification')
export class ClaimsPages {
  constructor(
    private readonly claims: RosterClaims,
    private readonly profiles: RosterProfiles,
  ) {}

  @Get()
  @Allow('roster:edit', 'roster:vet')
  show(@Id() id: string, @Me() me: Actor) {
    return this.form(id, me, new Form<VerificationDto>());
  }

  @Post()
  @Allow('roster:edit', 'roster:vet')
  verify(@Id() id: string, @Body() body: unknown, @Me() me: Actor) {
    return submit(VerificationDto, body, {
      act: async (dto) => {
        await this.claims.verify(id, dto, me);
        return redirect(`/roster/experts/${id}`);
      },
      again: (form) => this.form(id, me, form),
    });
  }

  private async form(id: string, me: Actor, form: Form<VerificationDto>) {
    const expert = await this.profiles.view(id, me);
    return page({ title: `What was checked of expert ${expert.number}`, me }, <VerificationForm expert={expert} form={form} />);
  }
}

import { Body, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { Allow, Api, Id, Me } from '../../../platform/http/index.js';
import { RosterProfiles } from '../roster-profiles.service.js';
import { VerificationDto } from './claims.dto.js';
import { RosterClaims } from './roster-claims.service.js';

@Api('experts')
export class ClaimsController {
  constructor(
    private readonly claims: RosterClaims,
    private readonly profiles: RosterProfiles,
  ) {}

  /** Records that claims were checked: by you, today, how. What a panel assessed is recorded on the panel. */
  @Post(':id/verifications')
  @HttpCode(200)
  @Allow('roster:edit', 'roster:vet')
  async verify(@Id() id: string, @Body() dto: VerificationDto, @Me() me: Actor) {
    await this.claims.verify(id, dto, me);
    return this.profiles.view(id, me);
  }
}

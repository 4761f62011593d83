import { Body, Get, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import { ReleaseDecisionDto } from './offers.dto.js';
import { ReleaseDesk } from './services/release-desk.service.js';
import { ReleaseCase } from './surge-view.dto.js';

@Api('releases')
@Allow('releases:decide')
export class ReleasesController {
  constructor(private readonly desk: ReleaseDesk) {}

  /** Releases asked from the own agency: those to decide first, nearest deadline first, then the newest. */
  @Get()
  list(@Me() me: Actor): Promise<ReleaseCase[]> {
    return this.desk.list(me);
  }

  /** One release asked from the own agency. */
  @Get(':id')
  one(@Id() id: string, @Me() me: Actor): Promise<ReleaseCase> {
    return this.desk.one(id, me);
  }

  /** Grants or refuses the release, once. */
  @Post(':id/decision')
  @HttpCode(200)
  async decide(@Id() id: string, @Body() dto: ReleaseDecisionDto, @Me() me: Actor): Promise<ReleaseCase> {
    await this.desk.decide(id, dto, me);
    return this.desk.one(id, me);
  }
}

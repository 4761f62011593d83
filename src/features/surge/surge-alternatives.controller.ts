import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import type { Alternative } from '../../core/surge-decision.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import { AlternativeReader } from './services/alternative-reader.service.js';
import { SurgeAlternatives } from './services/surge-alternatives.service.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { AlternativeStepDto, ToArrange } from './surge-alternatives.dto.js';
import { SurgeRequestView } from './surge-view.dto.js';

@Api('surge-requests')
export class SurgeAlternativesController {
  constructor(
    private readonly alternatives: SurgeAlternatives,
    private readonly instead: AlternativeReader,
    private readonly reader: SurgeReader,
  ) {}

  /** Support that offices took up instead of declined missions and that waits to be arranged, the shortest time left first. */
  @Get('to-arrange')
  @Allow('surge:decide')
  toArrange(@Me() me: Actor): Promise<ToArrange[]> {
    return this.instead.toArrange(me);
  }

  /** Takes up what was offered instead of a declined mission, or does not; the desk records who helps and until when. */
  @Post(':id/alternatives/:alternative')
  @HttpCode(200)
  @Allow('surge:decide', 'surge:request')
  async take(
    @Id() id: string,
    @Param('alternative') alternative: Alternative,
    @Body() dto: AlternativeStepDto,
    @Me() me: Actor,
  ): Promise<SurgeRequestView> {
    await this.alternatives.take(id, alternative, dto, me);
    return this.reader.one(id, me);
  }
}

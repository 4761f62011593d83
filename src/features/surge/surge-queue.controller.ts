import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import { SurgeOfficers } from './services/surge-officers.service.js';
import { SurgeQueueReader } from './services/surge-queue-reader.service.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { PastQueryDto, SurgeQueueQueryDto } from './surge.dto.js';
import { OfficerView, SurgeOfficerDto } from './surge-desk.dto.js';
import { OfficerLoad, PastPage, QueueLine, SurgeRequestView } from './surge-view.dto.js';

@Api('surge-requests')
export class SurgeQueueController {
  constructor(
    private readonly reader: SurgeQueueReader,
    private readonly officers: SurgeOfficers,
    private readonly requests: SurgeReader,
  ) {}

  /** The queue in its order, with the numbers that the order was made from. */
  @Get()
  @Allow('surge:read')
  queue(@Query() query: SurgeQueueQueryDto, @Me() me: Actor): Promise<QueueLine[]> {
    return this.reader.lines(query, me);
  }

  /** Missions that run and requests that are over, those that left the queue last first. */
  @Get('past')
  @Allow('surge:read')
  past(@Query() { before }: PastQueryDto, @Me() me: Actor): Promise<PastPage> {
    return this.reader.past(before, me);
  }

  /** How much of the queue each officer has, and how much of it is late. */
  @Get('load')
  @Allow('surge:decide')
  load(@Me() me: Actor): Promise<OfficerLoad[]> {
    return this.reader.load(me);
  }

  /** To whom a request can be handed over. */
  @Get('officers')
  @Allow('surge:decide')
  colleagues(): Promise<OfficerView[]> {
    return this.officers.colleagues();
  }

  /** Takes a request, or hands it over to a colleague, who is told. */
  @Post(':id/officer')
  @HttpCode(200)
  @Allow('surge:decide')
  async give(@Id() id: string, @Body() dto: SurgeOfficerDto, @Me() me: Actor): Promise<SurgeRequestView> {
    return this.requests.one((await this.officers.give(id, dto, me)).id, me);
  }
}

import { Body, Get, Headers, HttpCode, Post, Put } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import { SurgeProposals } from './services/surge-proposals.service.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { SurgeRequests } from './services/surge-requests.service.js';
import { SurgeSteps } from './services/surge-steps.service.js';
import { SurgeThread } from './services/surge-thread.service.js';
import { ChangedSurgeRequestDto, NewSurgeRequestDto, QueueMoveDto, SurgeStepDto } from './surge.dto.js';
import { SurgeMessageDto } from './surge-desk.dto.js';
import { SurgeRequestView, SurgeStatus } from './surge-view.dto.js';

@Api('surge-requests')
export class SurgeRequestsController {
  constructor(
    private readonly reader: SurgeReader,
    private readonly requests: SurgeRequests,
    private readonly steps: SurgeSteps,
    private readonly thread: SurgeThread,
    private readonly proposals: SurgeProposals,
  ) {}

  /** One request with its clock, offers and history. */
  @Get(':id')
  @Allow('surge:read')
  one(@Id() id: string, @Me() me: Actor): Promise<SurgeRequestView> {
    return this.reader.one(id, me);
  }

  /** A new request for the own country, as a draft or submitted at once. With an Idempotency-Key, sent twice it is one request. */
  @Post()
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Any text of up to 100 characters, new for each request.' })
  @Allow('surge:request')
  async begin(
    @Body() dto: NewSurgeRequestDto,
    @Headers('idempotency-key') key: string | undefined,
    @Me() me: Actor,
  ): Promise<SurgeRequestView> {
    return this.reader.one((await this.requests.begin(dto, me, key)).id, me);
  }

  /** Replaces what a draft asks, and submits it when told to. */
  @Put(':id')
  @Allow('surge:request')
  async edit(@Id() id: string, @Body() dto: ChangedSurgeRequestDto, @Me() me: Actor): Promise<SurgeRequestView> {
    return this.reader.one((await this.requests.edit(id, dto, me)).id, me);
  }

  /** Takes a step: a decision of the desk, or an answer or stand-down of the requesting office. */
  @Post(':id/steps')
  @HttpCode(200)
  @Allow('surge:decide', 'surge:request')
  async step(@Id() id: string, @Body() dto: SurgeStepDto, @Me() me: Actor): Promise<SurgeRequestView> {
    return this.reader.one((await this.steps.take(id, dto, me)).id, me);
  }

  /** Writes to the other side, which is told. It moves nothing and stops no clock. */
  @Post(':id/messages')
  @HttpCode(200)
  @Allow('surge:decide', 'surge:request')
  async write(@Id() id: string, @Body() dto: SurgeMessageDto, @Me() me: Actor): Promise<SurgeRequestView> {
    return this.reader.one((await this.thread.write(id, dto, me)).id, me);
  }

  /** Moves a request in the queue, with a reason. */
  @Post(':id/moves')
  @HttpCode(200)
  @Allow('surge:decide')
  async move(@Id() id: string, @Body() dto: QueueMoveDto, @Me() me: Actor): Promise<SurgeRequestView> {
    return this.reader.one((await this.steps.move(id, dto, me)).id, me);
  }

  /** What of it can be shown to anybody: neither who, where, when nor why. */
  @Get(':id/status')
  @Allow('surge:read')
  status(@Id() id: string, @Me() me: Actor): Promise<SurgeStatus> {
    return this.reader.status(id, me);
  }

  /** Who could go: eligible and free, with every number opened; who is busy; who misses what; which requirement excludes most. */
  @Get(':id/proposal')
  @Allow('surge:offer')
  async proposal(@Id() id: string, @Me() me: Actor) {
    return this.proposals.propose(await this.reader.request(id, me));
  }
}

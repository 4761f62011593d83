import { Body, Get, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { Pages, redirect, submit } from '../../web/index.js';
import { OfferWithdrawalDto, SurgeOffersDto } from './offers.dto.js';
import { SurgeOffers } from './services/surge-offers.service.js';
import { SurgeOfficers } from './services/surge-officers.service.js';
import { SurgeSteps } from './services/surge-steps.service.js';
import { SurgeThread } from './services/surge-thread.service.js';
import { QueueMoveDto, SurgeStepDto } from './surge.dto.js';
import { SurgeMessageDto, SurgeOfficerDto } from './surge-desk.dto.js';
import { SurgeRequestScreen } from './surge-request.screen.js';

/** Everything about one request on one page, and what can be done with it. */
@Pages('surge/:id')
export class SurgeRequestPages {
  constructor(
    private readonly screen: SurgeRequestScreen,
    private readonly steps: SurgeSteps,
    private readonly officers: SurgeOfficers,
    private readonly thread: SurgeThread,
    private readonly offers: SurgeOffers,
  ) {}

  @Get()
  @Allow('surge:read')
  show(@Id() id: string, @Me() me: Actor) {
    return this.screen.show(id, me);
  }

  /** What can be shown to anybody who asks. */
  @Get('status')
  @Allow('surge:read')
  status(@Id() id: string, @Me() me: Actor) {
    return this.screen.status(id, me);
  }

  @Post('steps')
  @Allow('surge:decide', 'surge:request')
  step(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(SurgeStepDto, body, {
      act: async (dto) => redirect(`/surge/${(await this.steps.take(id, dto, me)).id}`),
      again: (step) => this.screen.show(id, me, { step }),
    });
  }

  @Post('messages')
  @Allow('surge:decide', 'surge:request')
  write(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(SurgeMessageDto, body, {
      act: async (dto) => redirect(`/surge/${(await this.thread.write(id, dto, me)).id}`),
      again: (message) => this.screen.show(id, me, { message }),
    });
  }

  @Post('officer')
  @Allow('surge:decide')
  give(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(SurgeOfficerDto, body, {
      act: async (dto) => redirect(`/surge/${(await this.officers.give(id, dto, me)).id}`),
      again: (officer) => this.screen.show(id, me, { officer }),
    });
  }

  @Post('moves')
  @Allow('surge:decide')
  move(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(QueueMoveDto, body, {
      act: async (dto) => redirect(`/surge/${(await this.steps.move(id, dto, me)).id}`),
      again: (move) => this.screen.show(id, me, { move }),
    });
  }

  @Post('offers')
  @Allow('surge:offer')
  offer(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(SurgeOffersDto, body, {
      act: async (dto) => {
        await this.offers.send(id, dto, me);
        return redirect(`/surge/${id}`);
      },
      again: (offers) => this.screen.show(id, me, { offers }),
    });
  }

  @Post('offers/:offerId/withdrawal')
  @Allow('surge:offer')
  withdraw(@Id() id: string, @Id('offerId') offerId: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(OfferWithdrawalDto, body, {
      act: async (dto) => {
        await this.offers.withdraw(id, offerId, dto, me);
        return redirect(`/surge/${id}`);
      },
      again: (step) => this.screen.show(id, me, { step }),
    });
  }
}

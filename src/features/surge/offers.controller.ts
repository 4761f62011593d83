import { Body, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Me, Public } from '../../platform/http/index.js';
import { OfferAnswers } from './services/offer-answers.service.js';
import { SurgeOffers } from './services/surge-offers.service.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { OfferAnswerDto, OfferWithdrawalDto, SurgeOffersDto } from './surge.dto.js';
import { OfferAnswered, SurgeRequestView } from './surge-view.dto.js';

@Api('surge-requests/:id/offers')
export class SurgeOffersController {
  constructor(
    private readonly offers: SurgeOffers,
    private readonly reader: SurgeReader,
  ) {}

  /** Offers the mission to the chosen experts, all of them or none. */
  @Post()
  @Allow('surge:offer')
  async send(@Param('id', ParseUUIDPipe) id: string, @Body() dto: SurgeOffersDto, @Me() me: Actor): Promise<SurgeRequestView> {
    await this.offers.send(id, dto, me);
    return this.reader.one(id, me);
  }

  /** Takes an open offer back. */
  @Post(':offerId/withdrawal')
  @HttpCode(200)
  @Allow('surge:offer')
  async withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('offerId', ParseUUIDPipe) offerId: string,
    @Body() dto: OfferWithdrawalDto,
    @Me() me: Actor,
  ): Promise<SurgeRequestView> {
    await this.offers.withdraw(id, offerId, dto, me);
    return this.reader.one(id, me);
  }
}

@Api('offer-answers')
export class OfferAnswersController {
  constructor(private readonly answers: OfferAnswers) {}

  /** Accepts or declines an offer by the token of the link in the mail; no account is needed. The same answer twice is one. */
  @Post()
  @HttpCode(200)
  @Public()
  answer(@Body() dto: OfferAnswerDto): Promise<OfferAnswered> {
    return this.answers.answer(dto);
  }
}

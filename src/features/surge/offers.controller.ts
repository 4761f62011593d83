import { Body, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me, Public } from '../../platform/http/index.js';
import { OfferAnswerDto, OfferQuestionDto, OfferWithdrawalDto, QuestionAnswerDto, SurgeOffersDto } from './offers.dto.js';
import { OfferAnswers } from './services/offer-answers.service.js';
import { OfferQuestions } from './services/offer-questions.service.js';
import { SurgeOffers } from './services/surge-offers.service.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { OfferAnswered, SurgeRequestView } from './surge-view.dto.js';

@Api('surge-requests/:id')
export class SurgeOffersController {
  constructor(
    private readonly offers: SurgeOffers,
    private readonly questions: OfferQuestions,
    private readonly reader: SurgeReader,
  ) {}

  /** Offers the mission to the chosen experts or to the first so many of the proposal, all of them or none. */
  @Post('offers')
  @Allow('surge:offer')
  async send(@Id() id: string, @Body() dto: SurgeOffersDto, @Me() me: Actor): Promise<SurgeRequestView> {
    await this.offers.send(id, dto, me);
    return this.reader.one(id, me);
  }

  /** Takes an open offer back, or a place that still waits for the agency's release. */
  @Post('offers/:offerId/withdrawal')
  @HttpCode(200)
  @Allow('surge:offer')
  async withdraw(
    @Id() id: string,
    @Id('offerId') offerId: string,
    @Body() dto: OfferWithdrawalDto,
    @Me() me: Actor,
  ): Promise<SurgeRequestView> {
    await this.offers.withdraw(id, offerId, dto, me);
    return this.reader.one(id, me);
  }

  /** Answers what an expert asked before deciding; the expert is told. */
  @Post('questions/:questionId/answer')
  @HttpCode(200)
  @Allow('surge:offer')
  async answer(
    @Id() id: string,
    @Id('questionId') questionId: string,
    @Body() dto: QuestionAnswerDto,
    @Me() me: Actor,
  ): Promise<SurgeRequestView> {
    await this.questions.answer(id, questionId, dto, me);
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

@Api('offer-questions')
export class OfferQuestionsController {
  constructor(private readonly questions: OfferQuestions) {}

  /** Asks the desk a question before answering an offer, by the token of the link in the mail; no account is needed. */
  @Post()
  @HttpCode(204)
  @Public()
  ask(@Body() dto: OfferQuestionDto): Promise<void> {
    return this.questions.ask(dto);
  }
}

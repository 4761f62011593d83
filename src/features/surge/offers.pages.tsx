import { Body, Get, Param, Post } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { Public } from '../../platform/http/index.js';
import { Pages, page, redirect } from '../../web/index.js';
import { OfferAnswers } from './services/offer-answers.service.js';
import { OfferAnswerDto } from './surge.dto.js';
import { OfferPage } from './views/offer-page.js';

/** The answer as the page sends it: the token is in the address. */
export class OfferChoiceDto extends OmitType(OfferAnswerDto, ['token']) {}

/** The page behind the link in a mail. Mail scanners open links, so opening it changes nothing. */
@Pages('offers')
@Public()
export class OfferPages {
  constructor(private readonly answers: OfferAnswers) {}

  @Get(':token')
  async show(@Param('token') token: string) {
    return page({ title: 'A mission is offered to you', me: null }, <OfferPage opened={await this.answers.open(token)} token={token} />);
  }

  @Post(':token')
  async answer(@Param('token') token: string, @Body() choice: OfferChoiceDto) {
    await this.answers.answer({ ...choice, token });
    return redirect(`/offers/${token}`);
  }
}

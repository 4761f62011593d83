import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import type { Actor } from '../../core/access.js';
import { notFound } from '../../core/errors.js';
import { isMailLanguage } from '../../core/mail-languages.js';
import { Settings } from '../../platform/config/index.js';
import { Allow, Id, Me, Public } from '../../platform/http/index.js';
import { senderAddress } from '../../platform/mail/index.js';
import { Form, languageChosen, Pages, page, redirect, submit } from '../../web/index.js';
import { RosterContacts } from '../roster/index.js';
import { OfferAnswerDto, OfferQuestionDto, QuestionAnswerDto } from './offers.dto.js';
import { OfferAnswers } from './services/offer-answers.service.js';
import { OfferQuestions } from './services/offer-questions.service.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { OFFER_PAGE_WORDS } from './views/expert/index.js';
import { OfferPage } from './views/offer-page.js';
import { Question } from './views/offers.js';

/** The answer as the page sends it: the token is in the address. */
export class OfferChoiceDto extends OmitType(OfferAnswerDto, ['token']) {}

/** A question as the page sends it. */
export class AskedQuestionDto extends OmitType(OfferQuestionDto, ['token']) {}

/** The page behind the link in a mail, in the language of its reader. Mail scanners open links, so opening it changes nothing. */
@Pages('offers')
@Public()
export class OfferPages {
  constructor(
    private readonly answers: OfferAnswers,
    private readonly questions: OfferQuestions,
    private readonly contacts: RosterContacts,
    private readonly settings: Settings,
  ) {}

  @Get(':token')
  show(@Param('token') token: string, @Query('language') chosen: unknown) {
    return this.shown(token, chosen, {});
  }

  @Post(':token')
  answer(@Param('token') token: string, @Query('language') chosen: unknown, @Body() body: Record<string, unknown>) {
    return submit(OfferChoiceDto, body, {
      act: async (choice) => {
        await this.answers.answer({ ...choice, token });
        return this.back(token, chosen);
      },
      again: (answer) => this.shown(token, chosen, { answer }),
    });
  }

  @Post(':token/questions')
  ask(@Param('token') token: string, @Query('language') chosen: unknown, @Body() body: Record<string, unknown>) {
    return submit(AskedQuestionDto, body, {
      act: async ({ question }) => {
        await this.questions.ask({ token, question });
        return this.back(token, chosen);
      },
      again: (question) => this.shown(token, chosen, { question }),
    });
  }

  /** To the page as it stands now, in the language that it was read in. */
  private back(token: string, chosen: unknown) {
    return redirect(isMailLanguage(chosen) ? `/offers/${token}?language=${chosen}` : `/offers/${token}`);
  }

  private async shown(token: string, chosen: unknown, { answer = new Form(), question = new Form() }: { answer?: Form; question?: Form }) {
    const opened = await this.answers.open(token);
    const expert = await this.contacts.contact(opened.offer.expertId);
    const language = languageChosen(chosen, expert?.language ?? 'en');
    const { open, ended } = OFFER_PAGE_WORDS[language].titles;
    return page(
      { title: opened.open ? open : ended, me: null, language, everyLanguage: `/offers/${token}` },
      <OfferPage
        opened={opened}
        token={token}
        language={language}
        desk={senderAddress(this.settings)}
        answer={answer}
        question={question}
      />,
    );
  }
}

/** Answers of the desk to what experts ask. */
@Pages('surge/:id/questions')
@Allow('surge:offer')
export class SurgeQuestionPages {
  constructor(
    private readonly questions: OfferQuestions,
    private readonly reader: SurgeReader,
  ) {}

  @Post(':questionId')
  answer(@Id() id: string, @Id('questionId') questionId: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(QuestionAnswerDto, body, {
      act: async (dto) => {
        await this.questions.answer(id, questionId, dto, me);
        return redirect(`/surge/${id}`);
      },
      again: (form) => this.again(id, questionId, form, me),
    });
  }

  private async again(id: string, questionId: string, form: Form, me: Actor) {
    const { offers, request } = await this.reader.one(id, me);
    const offer = offers.find(({ questions }) => questions.some((one) => one.id === questionId));
    const question = offer?.questions.find((one) => one.id === questionId);
    if (!question) throw notFound('question');
    return page(
      { title: `Question about ${request.reference}`, me },
      <>
        <p>
          <a href={`/surge/${id}`}>Back to the request</a>
        </p>
        <Question requestId={id} who="the expert" question={question} mayOffer form={form} />
      </>,
    );
  }
}

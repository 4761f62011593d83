import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { DomainError, fieldError, notFound } from '../../../core/errors.js';
import { MOST_QUESTIONS } from '../../../core/offers.js';
import { placeStanding } from '../../../core/release.js';
import { Clock } from '../../../platform/clock.js';
import { Database, newId, type Tx } from '../../../platform/database/index.js';
import { Notices } from '../../notices/index.js';
import { SurgeQuestion } from '../entities/surge-question.entity.js';
import { questionAnswered, questionAsked } from '../notices/offer-reasons.js';
import type { OfferQuestionDto, QuestionAnswerDto } from '../offers.dto.js';
import { OfferAnswers } from './offer-answers.service.js';
import { mustLockOffer } from './offer-lock.js';
import { SurgeRecord } from './surge-record.service.js';

/** What experts ask before they answer, and what the desk says. The clock of the offer runs on. */
@Injectable()
export class OfferQuestions {
  constructor(
    private readonly database: Database,
    private readonly answers: OfferAnswers,
    private readonly record: SurgeRecord,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the question and tells the officers. The same text again is the same question. Throws `not-found`, `offer.not-open` when
   * the offer has ended, and `offer.questions-spent` after ten of them.
   */
  ask({ token, question }: OfferQuestionDto): Promise<void> {
    return this.database.transaction(async (tx) => {
      const { offer, request } = await mustLockOffer(tx, (await this.answers.byToken(tx, token)).id);
      if (placeStanding(offer.state, null) === 'ended')
        throw new DomainError('offer.not-open', `This offer was ${offer.state} before. Write to the surge desk if you have a question.`);
      const questions = tx.getRepository(SurgeQuestion);
      const asked = await questions.findBy({ offerId: offer.id });
      const text = question.trim();
      if (asked.some((one) => one.question === text)) return;
      if (asked.length >= MOST_QUESTIONS)
        throw fieldError(
          'question',
          `You have asked ${MOST_QUESTIONS} questions. Please write to the surge desk for more.`,
          'offer.questions-spent',
        );
      const id = newId();
      await questions.insert({
        id,
        offerId: offer.id,
        requestId: request.id,
        askedAt: this.clock.iso(),
        question: text,
        answeredAt: null,
        answeredBy: null,
        answer: null,
      });
      await this.record.note(tx, request, { kind: 'question-asked', by: 'expert', offerId: offer.id });
      const recipient = { role: 'surge-officer' as const };
      await this.notices.expect(tx, {
        reason: questionAsked,
        recipient,
        subjectId: request.id,
        detailId: offer.id,
        key: `surge.question-asked:${id}`,
      });
    });
  }

  /** Answers once; the expert is told, and reads it on the page of the offer. Throws `not-found`, or `conflict.stale` when somebody answered before. */
  answer(requestId: string, questionId: string, { answer }: QuestionAnswerDto, me: Actor): Promise<void> {
    return this.database.transaction(async (tx) => {
      const seen = await this.question(tx, requestId, questionId);
      const { offer, request } = await mustLockOffer(tx, seen.offerId);
      const question = await this.question(tx, requestId, questionId);
      if (question.answeredAt !== null)
        throw new DomainError('conflict.stale', 'A colleague has answered this question in the meantime. Load the page again to read it.');
      const answered = { answer: answer.trim(), answeredAt: this.clock.iso(), answeredBy: me.accountId };
      await tx.getRepository(SurgeQuestion).update({ id: questionId }, answered);
      await this.record.note(tx, request, { kind: 'question-answered', by: me, offerId: offer.id });
      await this.notices.expect(tx, {
        reason: questionAnswered,
        recipient: { kind: 'expert', id: offer.expertId },
        subjectId: request.id,
        detailId: offer.id,
        key: `surge.question-answered:${questionId}`,
      });
    });
  }

  private async question(tx: Tx, requestId: string, id: string): Promise<SurgeQuestion> {
    const question = await tx.getRepository(SurgeQuestion).findOneBy({ id, requestId });
    if (!question) throw notFound('question');
    return question;
  }
}

import type { ComponentChildren } from 'preact';
import type { MailLanguage } from '../../../core/mail-languages.js';
import { WITHDRAWALS } from '../../../core/offers.js';
import { durationIn } from '../../../platform/mail/index.js';
import {
  Button,
  Card,
  ErrorSummary,
  Filled,
  type Form,
  LongMoment,
  MailAddress,
  Note,
  PostForm,
  TextArea,
  translated,
} from '../../../web/index.js';
import type { OpenedOffer } from '../services/offer-answers.service.js';
import { OFFER_PAGE_WORDS } from './expert/index.js';
import { MissionCard, SecurityCard } from './expert/mission-cards.js';

/** What the page is made of: the offer as it stands, and who reads it. */
interface Shown {
  readonly opened: OpenedOffer;
  readonly token: string;
  readonly language: MailLanguage;
}

/**
 * What an expert sees behind the link, for somebody who has never seen it: who asks, what for, where and when, what the danger is,
 * by when to answer, what happens then, and whom to ask. Looking changes nothing.
 */
export function OfferPage({ desk, answer, question, ...shown }: Shown & { desk: string; answer: Form; question: Form }) {
  const { opened, language } = shown;
  const words = OFFER_PAGE_WORDS[language];
  const english = OFFER_PAGE_WORDS.en;
  const told = opened.open || opened.offer.state === 'accepted';
  return (
    <>
      <ErrorSummary form={translated(answer, words, english)} />
      {told ? null : <ErrorSummary form={translated(question, words, english)} />}
      {opened.open ? <Asked {...shown} /> : <Outcome {...shown} />}
      {told ? <MissionCard request={opened.request} language={language} /> : null}
      {told ? <SecurityCard request={opened.request} language={language} /> : null}
      {opened.open ? <Next {...shown} /> : null}
      {opened.open ? <Answer {...shown} form={translated(answer, words, english)} /> : null}
      <Questions {...shown} form={translated(question, words, english)} mayAsk={told} />
      <p>
        <Filled text={words.questions.write} values={{ address: <MailAddress address={desk} /> }} />
      </p>
    </>
  );
}

/** Who asks, why this person, and by when. */
function Asked({ opened: { offer, secondsLeft }, language }: Shown) {
  const { intro, answerBy } = OFFER_PAGE_WORDS[language];
  return (
    <>
      <p class="lead">{intro.who}</p>
      <p>
        {intro.why} {intro.free}
      </p>
      <Note>
        {answerBy.label}{' '}
        <strong>
          <LongMoment value={offer.deadline} language={language} />
        </strong>
        . {answerBy.left} <bdi>{durationIn(language, secondsLeft)}</bdi>. {answerBy.nothingYet}
      </Note>
    </>
  );
}

function Outcome({ opened: { offer, request, standing, release }, language }: Shown): ComponentChildren {
  const { outcome } = OFFER_PAGE_WORDS[language];
  if (standing === 'awaiting-release' && release)
    return (
      <Note tone="good">
        <strong>{outcome.accepted}</strong> <Filled text={outcome.held} values={{ agency: release.agency }} />
      </Note>
    );
  switch (offer.state) {
    case 'accepted':
      return request.state === 'stood-down' ? (
        <Note tone="warning">{outcome.stoodDown}</Note>
      ) : (
        <Note tone="good">
          <strong>{outcome.accepted}</strong> {outcome.firm} {outcome.firmNext}
        </Note>
      );
    case 'declined':
      return (
        <Note tone="neutral">
          <strong>{outcome.declined}</strong> {outcome.declinedThanks}
        </Note>
      );
    case 'withdrawn': {
      const why = WITHDRAWALS.find((one) => one === offer.answerReason) ?? 'by-officer';
      return (
        <Note tone="neutral">
          {outcome.withdrawn[why]} {outcome.nothingMore}
        </Note>
      );
    }
    case 'lapsed':
    case 'sent':
      return (
        <Note tone="warning">
          <Filled text={outcome.lapsed} values={{ deadline: <LongMoment value={offer.deadline} language={language} /> }} />
        </Note>
      );
  }
}

function Next({ opened: { release }, language }: Shown) {
  const { next, release: words } = OFFER_PAGE_WORDS[language];
  const agency = release?.agency ?? '';
  return (
    <Card title={next.title}>
      <ul>
        <li>{next.accept}</li>
        {release ? (
          <li>
            <Filled text={release.state === 'granted' ? words.granted : next.release} values={{ agency }} />
          </li>
        ) : null}
        <li>{next.decline}</li>
        <li>{next.silence}</li>
        <li>{next.after}</li>
      </ul>
    </Card>
  );
}

function Answer({ token, language, form }: Shown & { form: Form }) {
  const { yes, no } = OFFER_PAGE_WORDS[language];
  const action = `/offers/${token}?language=${language}`;
  return (
    <div class="split">
      <form method="post" action={action} class="form">
        <h2>{yes.title}</h2>
        <p>{yes.text}</p>
        <Button name="answer" value="accept">
          {yes.button}
        </Button>
      </form>
      <form method="post" action={action} class="form">
        <h2>{no.title}</h2>
        <p>{no.text}</p>
        <TextArea form={form} name="reason" label={no.reason} rows={2} optional />
        <Button name="answer" value="decline" tone="quiet">
          {no.button}
        </Button>
      </form>
    </div>
  );
}

/** What was asked and answered, and room for a question while it makes sense. */
function Questions({ opened, token, language, form, mayAsk }: Shown & { form: Form; mayAsk: boolean }): ComponentChildren {
  const words = OFFER_PAGE_WORDS[language].questions;
  if (!mayAsk && opened.questions.length === 0) return null;
  return (
    <Card title={words.title}>
      {opened.questions.map((one) => (
        <section key={one.id}>
          <p>
            <strong>{words.asked}</strong> <bdi>{one.question}</bdi>
          </p>
          {one.answer === null ? (
            <p>{words.waiting}</p>
          ) : (
            <p>
              <strong>{words.desk}</strong> <bdi>{one.answer}</bdi>
            </p>
          )}
        </section>
      ))}
      {mayAsk ? (
        <PostForm form={form} action={`/offers/${token}/questions?language=${language}`}>
          <TextArea form={form} name="question" label={words.label} hint={opened.open ? words.hint : undefined} rows={2} />
          <Button tone="quiet">{words.button}</Button>
        </PostForm>
      ) : null}
    </Card>
  );
}

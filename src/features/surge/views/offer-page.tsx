import type { Period } from '../../../core/dates.js';
import { awayPeriod } from '../../../core/deployments.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { Button, Card, Day, Definition, ErrorSummary, type Form, Moment, Note, PostForm, TextArea } from '../../../web/index.js';
import type { OpenedOffer } from '../services/offer-answers.service.js';
import { Prose } from './request-page.js';
import { durationText, languageText } from './words.js';

/** What an expert sees behind the link: the mission, two buttons, and room for a question. Looking changes nothing. */
export function OfferPage({ opened, token, answer, question }: { opened: OpenedOffer; token: string; answer: Form; question: Form }) {
  const told = opened.open || opened.offer.state === 'accepted';
  return (
    <>
      <ErrorSummary form={answer} />
      <Outcome opened={opened} />
      {told ? <Mission opened={opened} /> : null}
      {opened.open ? <Answer token={token} form={answer} /> : null}
      {told || opened.questions.length > 0 ? <Questions opened={opened} token={token} form={question} mayAsk={told} /> : null}
    </>
  );
}

function Outcome({ opened: { offer, open, request, standing, release, secondsLeft } }: { opened: OpenedOffer }) {
  if (open)
    return (
      <>
        <p class="lead">
          Please answer by{' '}
          <strong>
            <Moment value={offer.deadline} />
          </strong>
          : {durationText(secondsLeft)} left. Reading this page decides nothing.
        </p>
        {release ? (
          <p>
            {release.state === 'granted'
              ? `${release.agency} has released you for these days.`
              : `${release.agency} is asked at the same time to release you. Your place is certain when both of you have said yes.`}
          </p>
        ) : null}
      </>
    );
  if (standing === 'awaiting-release' && release)
    return (
      <Note tone="good">
        <strong>You have accepted. Thank you.</strong> Your place and your days are held for you. They become certain when {release.agency}{' '}
        releases you; we have asked and will write to you as soon as we know.
      </Note>
    );
  switch (offer.state) {
    case 'accepted':
      return request.state === 'stood-down' ? (
        <Note tone="warning">You had accepted, but the mission has been stood down. Your days are free again. Thank you.</Note>
      ) : (
        <Note tone="good">
          <strong>You have accepted. Thank you.</strong> Your place is confirmed and your days are reserved. The surge desk will write to
          you about travel, clearance and briefing.
        </Note>
      );
    case 'declined':
      return (
        <Note tone="neutral">
          <strong>You have declined.</strong> Thank you for answering; we will gladly ask you again.
        </Note>
      );
    case 'withdrawn':
      return (
        <Note tone="neutral">
          {WITHDRAWN_TO_EXPERT[offer.answerReason ?? ''] ?? 'This mission is no longer open.'} Nothing more is expected from you. Thank you
          for being ready.
        </Note>
      );
    case 'lapsed':
    case 'sent':
      return (
        <Note tone="warning">
          The time to answer ran out on <Moment value={offer.deadline} />. If you are still free, please write to the surge desk.
        </Note>
      );
  }
}

const WITHDRAWN_TO_EXPERT: Readonly<Record<string, string>> = {
  filled: 'All the places of this mission have been taken by colleagues who answered before.',
  'accepted-elsewhere': 'You have a place on another mission on some of these days, so we have closed this offer for you.',
  'release-refused': 'Your agency cannot release you this time, so we have closed this offer; your days are free again.',
  replaced: 'A colleague has taken over this mission; your days are free again.',
};

/** No more than is needed to decide: the situation as the office describes it stays with the desk. */
function Mission({ opened: { request } }: { opened: OpenedOffer }) {
  return (
    <Card title="The mission">
      <Definition
        items={[
          ['Country', countryName(request.country)],
          [
            'Dates',
            <>
              <Day value={request.startsOn} /> to <Day value={request.endsOn} />
            </>,
          ],
          ['Days away, travel included', <Away away={awayPeriod(request)} />],
          ['Languages', request.languages.length > 0 ? request.languages.map(languageText).join(', ') : 'None in particular'],
          ['Reference', request.reference],
        ]}
      />
      <Prose title="What you would do" text={request.tasks} />
      <Prose title="Hosting arrangements" text={request.hosting} />
      <Prose title="Security" text={request.security} />
    </Card>
  );
}

function Away({ away: { from, to } }: { away: Period }) {
  return (
    <>
      <Day value={from} /> to <Day value={to} />
    </>
  );
}

function Answer({ token, form }: { token: string; form: Form }) {
  return (
    <div class="split">
      <form method="post" action={`/offers/${token}`} class="form">
        <h2>Yes</h2>
        <p>Your place and your days are held for you at once. If somebody else was a moment earlier, the page tells you.</p>
        <Button name="answer" value="accept">
          Accept the mission
        </Button>
      </form>
      <form method="post" action={`/offers/${token}`} class="form">
        <h2>No</h2>
        <TextArea form={form} name="reason" label="Reason, if you want to give one" rows={2} optional />
        <Button name="answer" value="decline" tone="quiet">
          Decline
        </Button>
      </form>
    </div>
  );
}

function Questions({ opened, token, form, mayAsk }: { opened: OpenedOffer; token: string; form: Form; mayAsk: boolean }) {
  return (
    <Card title="Questions">
      {opened.questions.map((one) => (
        <section key={one.id}>
          <p>
            <strong>You asked:</strong> {one.question}
          </p>
          <p>
            {one.answer === null ? 'The surge desk has your question and will answer here; you get a mail.' : `The desk: ${one.answer}`}
          </p>
        </section>
      ))}
      {mayAsk ? (
        <PostForm form={form} action={`/offers/${token}/questions`}>
          <TextArea
            form={form}
            name="question"
            label="Ask the surge desk"
            hint={opened.open ? 'The time to answer the offer runs on meanwhile.' : undefined}
            rows={2}
          />
          <Button tone="quiet">Send the question</Button>
        </PostForm>
      ) : null}
    </Card>
  );
}

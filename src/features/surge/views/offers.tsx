import { Button, type Column, Form, Moment, PostForm, Table, Tag, TextArea } from '../../../web/index.js';
import type { OfferView, QuestionView, SurgeRequestView } from '../surge-view.dto.js';
import { RELEASE_TONES, RELEASE_WORDS, WITHDRAWN_WORDS } from './offer-words.js';
import { OFFER_TONES, OFFER_WORDS, scoreText } from './words.js';

const COLUMNS: readonly Column<OfferView>[] = [
  {
    head: 'Expert',
    names: true,
    cell: (offer) =>
      offer.expertId ? (
        <a href={`/roster/experts/${offer.expertId}`}>{offer.name ?? `Roster number ${offer.number}`}</a>
      ) : (
        (offer.name ?? 'An expert')
      ),
  },
  {
    head: 'State',
    cell: (offer) => (
      <>
        <Tag tone={offer.standing === 'awaiting-release' ? 'warning' : OFFER_TONES[offer.state]}>
          {offer.standing === 'awaiting-release' ? 'Accepted, release awaited' : OFFER_WORDS[offer.state]}
        </Tag>
        {offer.answerReason ? <p class="hint">{WITHDRAWN_WORDS[offer.answerReason] ?? offer.answerReason}</p> : null}
      </>
    ),
  },
  { head: 'Answer by', cell: (offer) => <Moment value={offer.deadline} /> },
  { head: 'Ended', cell: (offer) => <Moment value={offer.answeredAt} /> },
];

const SCORE: Column<OfferView> = {
  head: 'Score when asked',
  numeric: true,
  cell: (offer) => (offer.total === null ? '–' : scoreText(offer.total)),
};

const RELEASE: Column<OfferView> = {
  head: 'Agency',
  cell: ({ release }) =>
    release ? (
      <>
        {release.agency} <Tag tone={RELEASE_TONES[release.state]}>{RELEASE_WORDS[release.state]}</Tag>
        <p class="hint">
          {release.decidedAt ? (
            <Moment value={release.decidedAt} />
          ) : release.state === 'closed' ? null : (
            <>
              by <Moment value={release.deadline} />
            </>
          )}
          {release.reason ? <> {release.reason}</> : null}
        </p>
        {release.reachable || release.decidedAt || release.state === 'closed' ? null : (
          <p class="problem">
            Nobody there had an account, so nobody has been told yet. Have an administrator add a focal point: the mail goes to them at
            once.
          </p>
        )}
      </>
    ) : (
      'No release needed'
    ),
};

/** The offers of a request and how each stands, with what experts asked. */
export function Offers({ view, mayOffer }: { view: SurgeRequestView; mayOffer: boolean }) {
  const takeBack: Column<OfferView> = {
    head: 'Action',
    cell: (offer) =>
      offer.standing === 'open' || offer.standing === 'awaiting-release' ? (
        <form method="post" action={`/surge/${view.request.id}/offers/${offer.id}/withdrawal`}>
          <input type="hidden" name="version" value={view.request.version} />
          <Button tone="quiet">{offer.standing === 'open' ? 'Take back' : 'Stop waiting and free the place'}</Button>
        </form>
      ) : null,
  };
  return (
    <>
      <Table
        caption="Offers"
        columns={mayOffer ? [...COLUMNS, RELEASE, SCORE, takeBack] : COLUMNS}
        rows={view.offers}
        keyOf={(offer) => offer.id}
      />
      {view.offers.flatMap((offer) =>
        offer.questions.map((question) => (
          <Question
            key={question.id}
            requestId={view.request.id}
            who={offer.name ?? `roster number ${offer.number}`}
            question={question}
            mayOffer={mayOffer}
            form={new Form()}
          />
        )),
      )}
    </>
  );
}

/** What an expert asked, with the answer or the form for it. */
export function Question(props: { requestId: string; who: string; question: QuestionView; mayOffer: boolean; form: Form }) {
  const { requestId, who, question, mayOffer, form } = props;
  return (
    <section>
      <h3>{`Question of ${who}`}</h3>
      <p>
        {question.question}{' '}
        <span class="hint">
          <Moment value={question.askedAt} />
        </span>
      </p>
      {question.answer !== null ? (
        <p>
          <strong>Answer:</strong> {question.answer}{' '}
          <span class="hint">
            <Moment value={question.answeredAt} />
          </span>
        </p>
      ) : mayOffer ? (
        <PostForm form={form} action={`/surge/${requestId}/questions/${question.id}`}>
          <TextArea
            form={form}
            name="answer"
            label={`Answer to ${who}`}
            hint="The expert is told by mail and reads it on the page of the offer."
            rows={2}
          />
          <Button>Send the answer</Button>
        </PostForm>
      ) : (
        <p class="hint">Not answered yet.</p>
      )}
    </section>
  );
}

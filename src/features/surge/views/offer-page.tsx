import { countryName } from '../../../platform/reference-data/index.js';
import { Button, Card, Day, Definition, Form, Moment, Note, TextArea } from '../../../web/index.js';
import type { OpenedOffer } from '../services/offer-answers.service.js';
import { Prose } from './request-page.js';
import { languageText } from './words.js';

/** What an expert sees behind the link: the mission, and two buttons. Looking changes nothing. */
export function OfferPage({ opened, token }: { opened: OpenedOffer; token: string }) {
  return (
    <>
      <Outcome opened={opened} />
      {opened.open || opened.offer.state === 'accepted' ? <Mission opened={opened} /> : null}
      {opened.open ? <Answer token={token} /> : null}
    </>
  );
}

function Outcome({ opened: { offer, open, request } }: { opened: OpenedOffer }) {
  if (open)
    return (
      <p class="lead">
        Please answer by{' '}
        <strong>
          <Moment value={offer.deadline} />
        </strong>
        . Reading this page decides nothing.
      </p>
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
          {offer.answerReason === 'filled'
            ? 'All the places of this mission have been taken by colleagues who answered before.'
            : 'This mission is no longer open.'}{' '}
          Nothing more is expected from you. Thank you for being ready.
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

function Answer({ token }: { token: string }) {
  return (
    <div class="split">
      <form method="post" action={`/offers/${token}`} class="form">
        <h2>Yes</h2>
        <p>Your days are reserved at once. If somebody else was a moment earlier, the page tells you.</p>
        <Button name="answer" value="accept">
          Accept the mission
        </Button>
      </form>
      <form method="post" action={`/offers/${token}`} class="form">
        <h2>No</h2>
        <TextArea form={new Form()} name="reason" label="Reason, if you want to give one" rows={2} optional />
        <Button name="answer" value="decline" tone="quiet">
          Decline
        </Button>
      </form>
    </div>
  );
}

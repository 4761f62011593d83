import type { ComponentChildren } from 'preact';
import { THEMES } from '../../../core/themes.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { Button, Card, type Column, Day, Definition, Moment, Table, Tag } from '../../../web/index.js';
import type { EventView, OfferView, SurgeRequestView } from '../surge-view.dto.js';
import { ClockBar } from './queue.js';
import {
  EVENT_WORDS,
  FUNDING_WORDS,
  languageText,
  NEXT_WORDS,
  OFFER_TONES,
  OFFER_WORDS,
  SEVERITY_WORDS,
  STATE_TONES,
  STATE_WORDS,
  scoreText,
  URGENCY_SHORT,
  URGENCY_TONES,
} from './words.js';

/** Everything about one request on one page, what has to be done first. */
export function RequestPage({
  view,
  decisions,
  proposal,
  move,
  notices,
  mayOffer,
}: {
  view: SurgeRequestView;
  decisions: ComponentChildren;
  proposal: ComponentChildren;
  move: ComponentChildren;
  notices: ComponentChildren;
  mayOffer: boolean;
}) {
  return (
    <>
      <p>
        <a href="/surge">Back to the queue</a>
      </p>
      <Standing view={view} />
      {decisions}
      {view.offers.length > 0 ? (
        <Card title={`Offers: ${view.freeSeats} of ${view.request.seats} places free`}>
          <Offers view={view} mayOffer={mayOffer} />
        </Card>
      ) : null}
      {proposal}
      <Facts view={view} />
      <Card title="History">
        <History events={view.events} />
      </Card>
      {notices}
      {move}
    </>
  );
}

function Standing({ view: { request, clock, place, officer } }: { view: SurgeRequestView }) {
  return (
    <Card tone={clock.late ? 'danger' : 'accent'}>
      <p class="row">
        <Tag tone={STATE_TONES[request.state]}>{STATE_WORDS[request.state]}</Tag>
        <Tag tone={URGENCY_TONES[request.urgency]}>{URGENCY_SHORT[request.urgency]}</Tag>
        {request.move === 'as-ruled' ? null : (
          <Tag tone="warning">{request.move === 'first' ? 'Moved to the front' : 'Moved to the end'}</Tag>
        )}
      </p>
      <p>
        <strong>What comes next:</strong> {NEXT_WORDS[request.state]}
      </p>
      <Definition
        items={[
          ['Country', countryName(request.country)],
          ['Place in the queue', place === null ? 'Not in the queue' : place],
          ['With', officer ?? 'Nobody has taken it yet'],
          ['Clock runs out', <Moment value={clock.dueAt} />],
        ]}
      />
      <ClockBar clock={clock} />
    </Card>
  );
}

function Facts({ view: { request } }: { view: SurgeRequestView }) {
  return (
    <Card title="What is asked">
      <Definition
        items={[
          [
            'Dates',
            <>
              <Day value={request.startsOn || null} /> to <Day value={request.endsOn || null} />
            </>,
          ],
          ['Places', request.seats],
          ['Experience of the level', request.level],
          ['Severity', SEVERITY_WORDS[request.severity]],
          ['Required languages', request.languages.length > 0 ? request.languages.map(languageText).join(', ') : 'None'],
          ['Themes', request.themes.length > 0 ? request.themes.map((theme) => THEMES[theme]).join(', ') : 'Those of the country’s needs'],
          ['Funding', FUNDING_WORDS[request.fundingSource]],
          ['Submitted', <Moment value={request.submittedAt} none="Not yet" />],
        ]}
      />
      <Prose title="Why it is that urgent" text={request.urgencyReason} />
      <Prose title="Situation" text={request.situation} />
      <Prose title="Tasks" text={request.tasks} />
      <Prose title="Hosting arrangements" text={request.hosting} />
      <Prose title="Security" text={request.security} />
    </Card>
  );
}

/** What somebody wrote, in their own paragraphs. Nothing when there is nothing. */
export function Prose({ title, text }: { title: string; text: string }) {
  if (text.trim() === '') return null;
  return (
    <>
      <h3>{title}</h3>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
    </>
  );
}

const WITHDRAWN_WORDS: Readonly<Record<string, string>> = {
  filled: 'All places were taken',
  'stood-down': 'The request was stood down',
  'by-officer': 'By the surge desk',
};

const OFFER_COLUMNS: readonly Column<OfferView>[] = [
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
        <Tag tone={OFFER_TONES[offer.state]}>{OFFER_WORDS[offer.state]}</Tag>
        {offer.answerReason ? <p class="hint">{WITHDRAWN_WORDS[offer.answerReason] ?? offer.answerReason}</p> : null}
      </>
    ),
  },
  { head: 'Answer by', cell: (offer) => <Moment value={offer.deadline} /> },
  { head: 'Ended', cell: (offer) => <Moment value={offer.answeredAt} /> },
];

function Offers({ view, mayOffer }: { view: SurgeRequestView; mayOffer: boolean }) {
  const takeBack: Column<OfferView> = {
    head: 'Action',
    cell: (offer) =>
      offer.state === 'sent' ? (
        <form method="post" action={`/surge/${view.request.id}/offers/${offer.id}/withdrawal`}>
          <input type="hidden" name="version" value={view.request.version} />
          <Button tone="quiet">Take back</Button>
        </form>
      ) : null,
  };
  const score: Column<OfferView> = {
    head: 'Score when asked',
    numeric: true,
    cell: (offer) => (offer.total === null ? '–' : scoreText(offer.total)),
  };
  return (
    <Table
      caption="Offers"
      columns={mayOffer ? [...OFFER_COLUMNS, score, takeBack] : OFFER_COLUMNS}
      rows={view.offers}
      keyOf={(offer) => offer.id}
    />
  );
}

function History({ events }: { events: readonly EventView[] }) {
  return (
    <ol class="timeline">
      {events.map((event, at) => (
        <li key={at}>
          <strong>{EVENT_WORDS[event.kind]}</strong>{' '}
          <span class="hint">
            {event.actor}, <Moment value={event.at} />
          </span>
          {event.reason ? <p>{WITHDRAWN_WORDS[event.reason] ?? event.reason}</p> : null}
        </li>
      ))}
    </ol>
  );
}

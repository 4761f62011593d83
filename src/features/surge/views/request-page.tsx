import type { ComponentChildren } from 'preact';
import { awayPeriod } from '../../../core/deployments.js';
import { THEMES } from '../../../core/themes.js';
import { Card, Day, Definition, Moment, Tag } from '../../../web/index.js';
import type { EventView, SurgeRequestView } from '../surge-view.dto.js';
import { Alternatives } from './alternatives.js';
import { ALTERNATIVE_WORDS, changeText, countryText, RULE_WORDS, STAGE_WORDS, stageText } from './desk-words.js';
import { nextText } from './next-words.js';
import { HOLDING_WORDS, WITHDRAWN_WORDS } from './offer-words.js';
import { Offers } from './offers.js';
import { Paragraphs } from './paragraphs.js';
import { ClockBar } from './queue.js';
import { Owes, Stages, StageTag } from './stages.js';
import {
  EVENT_WORDS,
  FUNDING_WORDS,
  languageText,
  SEVERITY_WORDS,
  STATE_TONES,
  STATE_WORDS,
  URGENCY_SHORT,
  URGENCY_TONES,
} from './words.js';

/** Everything about one request on one page, what has to be done first. */
export function RequestPage({
  view,
  decisions,
  thread,
  proposal,
  handling,
  notices,
  mayOffer,
}: {
  view: SurgeRequestView;
  decisions: ComponentChildren;
  thread: ComponentChildren;
  proposal: ComponentChildren;
  handling: ComponentChildren;
  notices: ComponentChildren;
  mayOffer: boolean;
}) {
  return (
    <>
      <p class="row">
        <a href="/surge">Back to the queue</a>
        {view.request.state === 'draft' ? null : <a href={`/surge/${view.request.id}/status`}>A status to pass on</a>}
        {view.follows ? <a href={`/surge/${view.follows.id}`}>Follows {view.follows.reference}</a> : null}
        {view.offers.some(({ state }) => state === 'accepted') ? <a href={`/missions?request=${view.request.id}`}>Its missions</a> : null}
      </p>
      <Standing view={view} />
      <Alternatives view={view} />
      {decisions}
      {handling}
      {thread}
      {view.offers.length > 0 ? (
        <Card title={`Offers: ${view.freeSeats} of ${view.request.seats} places free`}>
          <Offers view={view} mayOffer={mayOffer} />
        </Card>
      ) : null}
      {proposal}
      <Facts view={view} />
      {view.request.state === 'draft' ? null : <Stages stages={view.stages} />}
      <Card title="History">
        <History events={view.events} />
      </Card>
      {notices}
    </>
  );
}

function Standing({ view: { request, clock, place, officer, stages, alternatives, events } }: { view: SurgeRequestView }) {
  const stage = stages.find(({ state }) => state === 'running' || state === 'paused');
  return (
    <Card tone={clock.late || stage?.late ? 'danger' : 'accent'}>
      <p class="row">
        <Tag tone={STATE_TONES[request.state]}>{STATE_WORDS[request.state]}</Tag>
        <Tag tone={URGENCY_TONES[request.urgency]}>{URGENCY_SHORT[request.urgency]}</Tag>
        <Owes request={request} />
        {request.move === 'as-ruled' ? null : (
          <Tag tone="warning">{request.move === 'first' ? 'Moved to the front' : 'Moved to the end'}</Tag>
        )}
      </p>
      <p>
        <strong>What comes next:</strong> {nextText(request, alternatives)}
      </p>
      <Refusal events={events} />
      <Definition
        items={[
          ['Country', countryText(request.country)],
          ['Place in the queue', place === null ? 'Not in the queue' : place],
          ['With', officer ?? 'Nobody has taken it yet'],
          ['Clock runs out', <Moment value={clock.dueAt} />],
          [
            'Stage',
            stage ? (
              <>
                {STAGE_WORDS[stage.stage]}: {stageText(stage)} <StageTag stage={stage} />
              </>
            ) : (
              'None'
            ),
          ],
        ]}
      />
      <ClockBar clock={clock} />
    </Card>
  );
}

const REFUSALS = { decline: 'Why it was declined', 'stand-down': 'Why it was stood down' } as const;

/** Why the desk does not do what was asked, where it is read first. Nothing while it may. */
function Refusal({ events }: { events: readonly EventView[] }) {
  const refusal = events.find(({ kind }) => kind in REFUSALS);
  if (!refusal?.reason) return null;
  return (
    <>
      <p>
        <strong>{REFUSALS[refusal.kind as keyof typeof REFUSALS]}:</strong>
      </p>
      <Paragraphs text={refusal.reason} />
    </>
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
          ['Days away, travel included', <Away request={request} />],
          ['Days of those who are asked', HOLDING_WORDS[request.holding]],
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

/** The mission with its travel; nothing while a draft does not say the days. */
function Away({ request }: { request: SurgeRequestView['request'] }) {
  if (!request.startsOn || !request.endsOn) return <>–</>;
  const { from, to } = awayPeriod(request);
  return (
    <>
      <Day value={from} /> to <Day value={to} />
    </>
  );
}

/** What somebody wrote, in their own paragraphs. Nothing when there is nothing. */
export function Prose({ title, text }: { title: string; text: string }) {
  if (text.trim() === '') return null;
  return (
    <>
      <h3>{title}</h3>
      <Paragraphs text={text} />
    </>
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
          {event.officer ? <p>To {event.officer}.</p> : null}
          {event.reason ? <Paragraphs text={WITHDRAWN_WORDS[event.reason] ?? event.reason} /> : null}
          <Besides event={event} />
        </li>
      ))}
    </ol>
  );
}

/** What a decision changed, why it takes two persons, and what was offered instead. */
function Besides({ event: { kind, changes, rules, alternatives } }: { event: EventView }) {
  const lines = [
    ...changes.map(changeText),
    ...rules.map((rule) => `Two officers: ${RULE_WORDS[rule]}`),
    ...alternatives.map((one) => `${kind === 'decline' ? 'Offered instead: ' : ''}${ALTERNATIVE_WORDS[one]}`),
  ];
  return lines.length === 0 ? null : (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

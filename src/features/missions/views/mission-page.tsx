import { type Actor, may } from '../../../core/access.js';
import { canLookBack, MISSION_RATINGS, MISSION_STEPS, missingToClose } from '../../../core/missions.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { Button, Card, Day, Definition, Field, type Form, Moment, PostForm, Select, Tag, TextArea } from '../../../web/index.js';
import { type LedgerLine, NoticeList } from '../../notices/index.js';
import type { MissionFacts, MissionView } from '../mission-view.dto.js';
import {
  MISSION_EVENT_WORDS,
  MISSION_NEXT_WORDS,
  MISSION_STATE_WORDS,
  MISSION_STEP_WORDS,
  MISSION_TONES,
  OWED_WORDS,
  RATING_WORDS,
} from './mission-words.js';
import { Paragraphs } from './paragraphs.js';

/** Everything about one mission in one place. */
export function MissionScreen({
  view,
  me,
  form,
  notices,
}: {
  view: MissionView;
  me: Actor;
  form: Form;
  notices: readonly LedgerLine[] | null;
}) {
  const { mission } = view;
  return (
    <>
      <p class="row">
        <a href={`/surge/${mission.requestId}`}>The request {mission.reference}, with its messages</a>
      </p>
      <Standing view={view} me={me} />
      {may(me, 'surge:decide') ? <Steps view={view} form={form} /> : null}
      {may(me, 'surge:request') && canLookBack(mission) ? <Rating view={view} form={form} /> : null}
      <LookingBack view={view} />
      <About view={view} />
      <Card title="History">
        <ol class="timeline">
          {view.events.map((event) => (
            <li key={event.id}>
              <strong>{MISSION_EVENT_WORDS[event.kind]}</strong>
              {event.day ? (
                <>
                  {' '}
                  <Day value={event.day} />
                </>
              ) : null}{' '}
              <small>
                {event.by}, <Moment value={event.at} />
              </small>
              {event.reason ? <div>{event.reason}</div> : null}
            </li>
          ))}
        </ol>
      </Card>
      {notices ? (
        <Card title="Notices">
          <NoticeList lines={notices} />
        </Card>
      ) : null}
    </>
  );
}

function Standing({ view: { mission, expert, served, away, about }, me }: { view: MissionView; me: Actor }) {
  return (
    <Card tone="accent">
      <p class="row">
        <Tag tone={MISSION_TONES[mission.state]}>{MISSION_STATE_WORDS[mission.state]}</Tag>
      </p>
      <p>
        <strong>What comes next:</strong> {nextWords(mission)}
      </p>
      <Definition
        items={[
          ['Expert', may(me, 'roster:read') ? <a href={`/roster/experts/${mission.expertId}`}>{expert}</a> : expert],
          ['Country', countryName(mission.country)],
          ['First and last day', <Days from={mission.startsOn} to={mission.endsOn} />],
          ['Agreed at first', <Days from={mission.plannedStartsOn} to={mission.plannedEndsOn} />],
          ['Held, travel included', <Days from={away.from} to={away.to} />],
          ['Arrived on', <Day value={mission.arrivedOn} />],
          ['Days on the ground', served],
          ['With', about.officer ?? 'Nobody of the desk has taken it'],
          ...(about.agency ? [['Released by', about.agency] as const] : []),
        ]}
      />
    </Card>
  );
}

function Days({ from, to }: { from: string; to: string }) {
  return (
    <>
      <Day value={from} /> to <Day value={to} />
    </>
  );
}

/** Of a mission that has ended, or that somebody else has taken over, what is still owed. */
function nextWords(mission: MissionFacts): string {
  const { state } = mission;
  if (!canLookBack(mission) || state === 'deployed') return MISSION_NEXT_WORDS[state];
  const missing = missingToClose(mission).map((one) => OWED_WORDS[one]);
  if (missing.length > 0) return `${missing.join(' ')} Then the surge desk closes the mission.`;
  return MISSION_NEXT_WORDS.completed;
}

/** One form, one button for each step that is possible: the browser says which was pressed. */
function Steps({ view: { mission, steps }, form }: { view: MissionView; form: Form }) {
  if (steps.length === 0) return null;
  const withReason = steps.filter((step) => MISSION_STEPS[step].reason);
  const withDay = steps.filter((step) => MISSION_STEPS[step].day !== null);
  return (
    <Card title="What you can do now" tone="accent">
      <PostForm form={form} action={`/missions/${mission.id}/steps`}>
        <input type="hidden" name="version" value={mission.version} />
        {withDay.length > 0 ? <Field form={form} name="day" label="Day" type="date" optional hint={dayHint(withDay)} /> : null}
        {withReason.length > 0 ? (
          <TextArea
            form={form}
            name="reason"
            label="Reason"
            optional
            hint={`Needed to: ${words(withReason)}. It stays with the mission.`}
          />
        ) : null}
        <div class="row">
          {steps.map((step) => (
            <Button
              key={step}
              name="step"
              value={step}
              tone={step === 'replace' || step === 'end-early' ? 'danger' : step === 'extend' ? 'quiet' : 'main'}
            >
              {MISSION_STEP_WORDS[step]}
            </Button>
          ))}
        </div>
      </PostForm>
    </Card>
  );
}

const words = (some: MissionView['steps']): string => some.map((step) => MISSION_STEP_WORDS[step].toLowerCase()).join(', ');

/** Which button needs the day, and which day that is. */
function dayHint(withDay: MissionView['steps']): string {
  const needed = withDay.filter((step) => MISSION_STEPS[step].day !== 'left');
  const lasts = needed.some((step) => MISSION_STEPS[step].day === 'last-day') ? 'the new last day' : '';
  const arrives = needed.includes('deploy') ? 'the day of arrival' : '';
  const which = [arrives, lasts].filter(Boolean).join(', or ');
  return [
    needed.length > 0 ? `Needed to: ${words(needed)} (${which}).` : '',
    withDay.includes('complete') ? 'To complete: the day on which the expert left, if it was after the last day.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function Rating({ view: { mission }, form }: { view: MissionView; form: Form }) {
  return (
    <Card title={mission.rating === null ? 'How was the mission?' : 'Correct your rating'} tone="accent">
      <PostForm form={form} action={`/missions/${mission.id}/rating`}>
        <input type="hidden" name="version" value={mission.version} />
        <Select
          form={form}
          name="rating"
          label="Rating"
          options={MISSION_RATINGS.map((one) => [String(one), RATING_WORDS[one]] as const)}
          empty="Choose"
        />
        <TextArea
          form={form}
          name="comment"
          label="What it achieved, and what was missing"
          hint="The surge desk reads it; it stays with the expert's record."
        />
        <Button>Save the rating</Button>
      </PostForm>
    </Card>
  );
}

/** What the expert is there for and how it is there, and who else goes. */
function About({ view: { about, colleagues } }: { view: MissionView }) {
  const texts = [
    ['What the expert does', about.tasks],
    ['Hosting arrangements', about.hosting],
    ['Security', about.security],
  ] as const;
  return (
    <Card title="What the mission is">
      {texts
        .filter(([, text]) => text.trim() !== '')
        .map(([title, text]) => (
          <section key={title}>
            <h3>{title}</h3>
            <Paragraphs text={text} />
          </section>
        ))}
      {colleagues.length === 0 ? null : (
        <>
          <h3>Others of the same request</h3>
          <ul>
            {colleagues.map(({ id, expert, state }) => (
              <li key={id}>
                <a href={`/missions/${id}`}>{expert}</a>: {MISSION_STATE_WORDS[state].toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function LookingBack({ view: { mission } }: { view: MissionView }) {
  if (mission.report === null && mission.rating === null) return null;
  return (
    <Card title="Looking back">
      {mission.rating === null ? null : (
        <>
          <h3>Rating by the office</h3>
          <p>
            <strong>{RATING_WORDS[mission.rating]}</strong>
          </p>
          <Paragraphs text={mission.ratingComment ?? ''} />
        </>
      )}
      {mission.report === null ? null : (
        <>
          <h3>Report by the expert</h3>
          <Paragraphs text={mission.report} />
        </>
      )}
    </Card>
  );
}

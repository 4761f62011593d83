import type { AlternativeStep } from '../../../core/surge-alternatives.js';
import { LONGEST_WHO } from '../../../core/surge-alternatives.js';
import {
  Button,
  ButtonLink,
  Card,
  type Column,
  Day,
  Definition,
  Field,
  type Form,
  Moment,
  PostForm,
  Table,
  Tag,
  TextArea,
} from '../../../web/index.js';
import type { AlternativeView, ArrangementClockView, ToArrange } from '../surge-alternatives.dto.js';
import type { SurgeRequestView } from '../surge-view.dto.js';
import {
  ALTERNATIVE_MEANINGS,
  ALTERNATIVE_PROSPECTS,
  ALTERNATIVE_STATE_TONES,
  ALTERNATIVE_STATE_WORDS,
  ALTERNATIVE_WORDS,
  countryText,
} from './desk-words.js';
import { durationText, STATE_WORDS } from './words.js';

/** What stands on the button of a step; whoever has answered already reads that the answer changes. */
function stepText(step: AlternativeStep, { state }: Pick<AlternativeView, 'state'>): string {
  switch (step) {
    case 'take-up':
      return state === 'turned-down' ? 'Take it up after all' : 'Take it up';
    case 'turn-down':
      return state === 'taken-up' ? 'Turn it down after all' : 'No, thank you';
    case 'arrange':
      return state === 'arranged' ? 'Correct it' : 'Record who helps';
  }
}

/** What was offered instead of a declined mission, each with what became of it and what the reader can do with it. */
export function Alternatives({ view: { request, alternatives } }: { view: SurgeRequestView }) {
  if (alternatives.length === 0) return null;
  const asked = alternatives.some(({ steps }) => steps.length > 0);
  return (
    <Card title="Offered instead of the mission" tone={asked ? 'accent' : undefined}>
      {alternatives.map((one) => (
        <section key={one.alternative}>
          <h3>{ALTERNATIVE_WORDS[one.alternative]}</h3>
          <Standing one={one} />
          <Actions requestId={request.id} one={one} />
        </section>
      ))}
    </Card>
  );
}

/** One of them on a page of its own, with a word to the other side. */
export function AlternativePage({ requestId, one, form }: { requestId: string; one: AlternativeView; form: Form }) {
  const answers = one.steps.filter((step) => step !== 'arrange');
  return (
    <>
      <p>
        <a href={`/surge/${requestId}`}>Back to the request</a>
      </p>
      <Card title={ALTERNATIVE_WORDS[one.alternative]} tone="accent">
        <Standing one={one} />
        {one.steps.includes('arrange') ? (
          <PostForm form={form} action={`/surge/${requestId}/alternatives/${one.alternative}`}>
            <Field
              form={form}
              name="who"
              label="Who helps"
              hint={`A name, or the office that does; at most ${LONGEST_WHO} characters. The office that asked reads it.`}
            />
            <Field form={form} name="until" label="Until" hint="The last day of the support." type="date" />
            <Button name="step" value="arrange">
              {stepText('arrange', one)}
            </Button>
          </PostForm>
        ) : null}
        {answers.length > 0 ? (
          <PostForm form={form} action={`/surge/${requestId}/alternatives/${one.alternative}`}>
            <TextArea form={form} name="reason" label="What the desk should know" rows={3} optional />
            <div class="row">
              {answers.map((step) => (
                <Button key={step} name="step" value={step} tone={step === 'take-up' ? 'main' : 'quiet'}>
                  {stepText(step, one)}
                </Button>
              ))}
            </div>
          </PostForm>
        ) : null}
      </Card>
    </>
  );
}

function Standing({ one }: { one: AlternativeView }) {
  const { followUp, clock } = one;
  return (
    <>
      <p class="row">
        <Tag tone={ALTERNATIVE_STATE_TONES[one.state]}>{ALTERNATIVE_STATE_WORDS[one.state]}</Tag>
        {clock?.late && clock.dueAt ? <Tag tone="danger">Late</Tag> : null}
      </p>
      {one.state === 'offered' ? (
        <p class="hint">{(one.steps.length > 0 ? ALTERNATIVE_MEANINGS : ALTERNATIVE_PROSPECTS)[one.alternative]}</p>
      ) : null}
      <Definition
        items={[
          ...(one.answeredAt ? [['Answered', <Moment value={one.answeredAt} />] as const] : []),
          ...(one.answerReason ? [['What the office says', one.answerReason] as const] : []),
          ...(one.who ? [['Who helps', one.who] as const] : []),
          ...(one.until ? [['Until', <Day value={one.until} />] as const] : []),
          ...(clock ? [['Time to arrange it', clockText(clock)] as const] : []),
          ...(one.alternative === 'technical-mission' && one.state === 'taken-up'
            ? [
                [
                  'Its request',
                  followUp ? (
                    <>
                      <a href={`/surge/${followUp.id}`}>{followUp.reference}</a>, {STATE_WORDS[followUp.state].toLowerCase()}
                    </>
                  ) : (
                    'The office is writing it'
                  ),
                ] as const,
              ]
            : []),
        ]}
      />
    </>
  );
}

/** An answer is one click here; what needs words has a page of its own. */
function Actions({ requestId, one }: { requestId: string; one: AlternativeView }) {
  const path = `/surge/${requestId}/alternatives/${one.alternative}`;
  const answers = one.steps.filter((step) => step !== 'arrange');
  if (one.steps.length === 0) return null;
  // Three of them may stand one below the other, each with the same buttons.
  const which = <span class="unseen">{` (${ALTERNATIVE_WORDS[one.alternative]})`}</span>;
  return (
    <div class="row">
      {answers.map((step) => (
        <form key={step} method="post" action={path}>
          <input type="hidden" name="step" value={step} />
          <Button tone={step === 'take-up' ? 'main' : 'quiet'}>
            {stepText(step, one)}
            {which}
          </Button>
        </form>
      ))}
      {answers.length > 0 ? (
        <a href={path}>
          Answer with a word to the desk
          {which}
        </a>
      ) : null}
      {one.steps.includes('arrange') ? (
        <ButtonLink href={path} tone={one.state === 'arranged' ? 'quiet' : 'main'}>
          {one.state === 'arranged' ? 'Correct who helps or until when' : 'Record who helps and until when'}
          {which}
        </ButtonLink>
      ) : null}
    </div>
  );
}

function clockText({ usedSeconds, allowedSeconds, dueAt, late }: ArrangementClockView): string {
  if (dueAt === null) return `Arranged after ${durationText(usedSeconds)} of ${durationText(allowedSeconds)}${late ? ', late' : ''}`;
  return late
    ? `Late by ${durationText(usedSeconds - allowedSeconds)}`
    : `${durationText(allowedSeconds - usedSeconds)} left of ${durationText(allowedSeconds)}`;
}

const COLUMNS: readonly Column<ToArrange>[] = [
  {
    head: 'Request',
    names: true,
    cell: ({ request, country }) => (
      <span>
        <a class="nowrap" href={`/surge/${request.id}`}>
          {request.reference}
        </a>{' '}
        · {countryText(country)}
      </span>
    ),
  },
  { head: 'Taken up', cell: ({ alternative }) => ALTERNATIVE_WORDS[alternative] },
  {
    head: 'Time to arrange it',
    cell: ({ clock }) => (
      <>
        {clock.late ? <Tag tone="danger">Late</Tag> : null} {clockText(clock)}
      </>
    ),
  },
];

/** Declined requests whose offices took up support that the desk has yet to arrange; nothing when there is none. */
export function SupportToArrange({ all }: { all: readonly ToArrange[] }) {
  if (all.length === 0) return null;
  return (
    <section>
      <h2>Support to arrange</h2>
      <Table
        caption="Support to arrange"
        columns={COLUMNS}
        rows={all}
        keyOf={({ request, alternative }) => `${request.id} ${alternative}`}
      />
    </section>
  );
}

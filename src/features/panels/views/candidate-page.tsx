import { PANEL_CRITERIA } from '../../../core/panel.js';
import { Button, ButtonLink, Card, Choices, Field, type Form, Moment, Note, PostForm, TextArea } from '../../../web/index.js';
import type { CandidateCard } from '../panel-view.js';
import { BlindCardView, BlindCriteria, BlindJobs } from './blind-card.js';
import { GivenRatings } from './given-ratings.js';
import { PANEL_CRITERION_NAMES, RATING_OPTIONS, RATING_RULE, torText } from './words.js';

/** A candidate: the card, then one's own rating; after that who it is and what the others think. */
export function CandidatePage({
  view,
  form,
  recusal,
  mayOpenProfile,
}: {
  view: CandidateCard;
  form: Form;
  recusal: Form;
  mayOpenProfile: boolean;
}) {
  const { panel, letter, card, mine, person, ratings, next } = view;
  const base = `/panels/${panel.id}`;
  const isOpen = panel.state === 'open' && mine !== null && mine.handedInAt === null;
  return (
    <>
      <p class="row">
        <a href={base}>Back to the panel</a>
        {next ? <a href={`${base}/candidates/${next}`}>{`Next: candidate ${next}`}</a> : null}
      </p>
      {person ? (
        <Note tone="good">
          {`Candidate ${letter} is ${person.name ?? 'somebody who has left the roster'}, No. ${person.number}.`}{' '}
          {mine?.handedInAt ? 'Your rating stands.' : ''}
        </Note>
      ) : (
        <Note>You see what counts, and not who it is: no name, gender, nationality, age or employer until your own rating is in.</Note>
      )}
      <Card title={`What is known of candidate ${letter}`}>
        <BlindCardView card={card} />
      </Card>
      <BlindJobs card={card} />
      <BlindCriteria card={card} />
      {isOpen ? <RatingForm view={view} form={form} /> : null}
      {isOpen ? <StepBack action={`${base}/candidates/${letter}/recusal`} form={recusal} /> : null}
      {ratings ? (
        <Card title="Ratings that are in">
          <GivenRatings ratings={ratings} />
        </Card>
      ) : null}
      {person && mayOpenProfile ? <p class="hint">{`The whole profile stands on the roster under No. ${person.number}.`}</p> : null}
      {mine?.handedInAt ? (
        <p class="row">
          <span>
            Handed in <Moment value={mine.handedInAt} />
          </span>
          {next ? (
            <ButtonLink href={`${base}/candidates/${next}`} tone="main">
              {`Next: candidate ${next}`}
            </ButtonLink>
          ) : (
            <ButtonLink href={base} tone="main">
              Back to the panel
            </ButtonLink>
          )}
        </p>
      ) : null}
    </>
  );
}

function RatingForm({ view: { panel, letter, mine }, form }: { view: CandidateCard; form: Form }) {
  return (
    <Card title="Your rating" tone="accent">
      <p>{RATING_RULE}</p>
      <PostForm form={form} action={`/panels/${panel.id}/candidates/${letter}/rating`}>
        <input type="hidden" name="version" value={mine?.version ?? 0} />
        {PANEL_CRITERIA.map((name) => (
          <div key={name} class="group">
            <Choices
              form={form}
              name={`scores.${name}`}
              label={PANEL_CRITERION_NAMES[name]}
              hint={torText(name)}
              options={RATING_OPTIONS}
              inline
            />
            <Field form={form} name={`notes.${name}`} label={`Remark: ${PANEL_CRITERION_NAMES[name]}`} optional />
          </div>
        ))}
        <TextArea
          form={form}
          name="comment"
          label="Comment on the candidate"
          hint="Needed when you hand in. The others read it after their own rating is in."
        />
        <div class="row">
          <Button tone="quiet">Keep for later</Button>
          <Button name="handIn" value="true">
            Hand in, and see who it is
          </Button>
        </div>
        <p class="hint">Kept, it can be changed. Handed in, it stands: a change of mind belongs in the discussion.</p>
      </PostForm>
    </Card>
  );
}

function StepBack({ action, form }: { action: string; form: Form }) {
  return (
    <details open={form.problems.length > 0 || form.summary !== undefined}>
      <summary>I recognise this candidate and have a conflict of interest</summary>
      <PostForm form={form} action={action}>
        <TextArea form={form} name="reason" label="Why you step back" />
        <Button tone="danger">Step back from this candidate</Button>
      </PostForm>
    </details>
  );
}

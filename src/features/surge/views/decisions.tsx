import { FINAL_STATES, SURGE_STEPS, type SurgeStep } from '../../../core/surge.js';
import { QUEUE_MOVES } from '../../../core/surge-queue.js';
import { Button, ButtonLink, Card, type Form, PostForm, Select, TextArea } from '../../../web/index.js';
import type { SurgeRequestView } from '../surge-view.dto.js';
import { MOVE_WORDS, STEP_WORDS } from './words.js';

/** Steps that end or refuse something look different from those that go on. */
const DANGEROUS: readonly SurgeStep[] = ['decline', 'stand-down'];
/** Not on buttons here: offers have their own form, and submitting is in the form of the draft. */
const ELSEWHERE: readonly SurgeStep[] = ['offer', 'reopen', 'submit'];

/** What the reader can decide now. Standing down alone is folded away, so that it does not look like what is expected. */
export function Decisions({ view, form }: { view: SurgeRequestView; form: Form }) {
  const { request } = view;
  const steps = view.steps.filter((step) => !ELSEWHERE.includes(step)).sort((a, b) => DANGEROUS.indexOf(a) - DANGEROUS.indexOf(b));
  const draft = view.steps.includes('submit');
  if (steps.length === 0) return null;
  if (steps.every((step) => step === 'stand-down')) {
    return (
      <Card tone={draft ? 'accent' : undefined}>
        {draft ? (
          <p>
            <ButtonLink href={`/surge/${request.id}/edit`} tone="main">
              Go on with the draft
            </ButtonLink>
          </p>
        ) : null}
        <details open={form.problems.length > 0 || form.summary !== undefined}>
          <summary>Stand the request down</summary>
          <Steps steps={steps} view={view} form={form} />
        </details>
      </Card>
    );
  }
  return (
    <Card title={steps.includes('answer') ? 'The desk needs an answer' : 'What you can do now'} tone="accent">
      <Steps steps={steps} view={view} form={form} />
    </Card>
  );
}

/** One reason for whatever is decided, and a button for each decision. */
function Steps({ steps, view: { request }, form }: { steps: readonly SurgeStep[]; view: SurgeRequestView; form: Form }) {
  const reasoned = steps.filter((step) => SURGE_STEPS[step].reason).map((step) => STEP_WORDS[step].toLowerCase());
  return (
    <PostForm form={form} action={`/surge/${request.id}/steps`}>
      <input type="hidden" name="version" value={request.version} />
      {reasoned.length > 0 ? (
        <TextArea
          form={form}
          name="reason"
          label={steps.includes('answer') ? 'Answer or reason' : 'Reason'}
          hint={`Needed to: ${reasoned.join(', ')}. It stays with the request and both sides read it.`}
          rows={3}
        />
      ) : null}
      <div class="row">
        {steps.map((step) => (
          <Button key={step} name="step" value={step} tone={DANGEROUS.includes(step) ? 'danger' : 'main'}>
            {STEP_WORDS[step]}
          </Button>
        ))}
      </div>
    </PostForm>
  );
}

/** Moves a request in the queue. */
export function Move({ view, form }: { view: SurgeRequestView; form: Form }) {
  const { request } = view;
  if (FINAL_STATES.includes(request.state)) return null;
  return (
    <details open={form.problems.length > 0 || form.summary !== undefined}>
      <summary>Move it in the queue</summary>
      <PostForm form={form} action={`/surge/${request.id}/moves`}>
        <input type="hidden" name="version" value={request.version} />
        <Select form={form} name="move" label="Place" options={QUEUE_MOVES.map((move) => [move, MOVE_WORDS[move]] as const)} />
        <TextArea form={form} name="moveReason" label="Reason for moving it" rows={2} />
        <Button tone="quiet">Move</Button>
      </PostForm>
    </details>
  );
}

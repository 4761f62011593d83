import { FINAL_STATES, SURGE_STEPS, type SurgeStep } from '../../../core/surge.js';
import { QUEUE_MOVES } from '../../../core/surge-queue.js';
import { Button, ButtonLink, Card, type Form, PostForm, Select, TextArea } from '../../../web/index.js';
import type { SurgeRequestView } from '../surge-view.dto.js';
import { MOVE_WORDS, STEP_WORDS } from './words.js';

/** Steps that end or refuse something look different from those that go on. */
const DANGEROUS: readonly SurgeStep[] = ['decline', 'stand-down'];
/** Not on buttons here: offers have their own form, and submitting is in the form of the draft. */
const ELSEWHERE: readonly SurgeStep[] = ['offer', 'reopen', 'submit'];

/** What the reader can decide now, with one reason for whatever is decided. */
export function Decisions({ view, form }: { view: SurgeRequestView; form: Form }) {
  const { request, steps } = view;
  const here = steps.filter((step) => !ELSEWHERE.includes(step));
  if (here.length === 0 && !steps.includes('submit')) return null;
  const asksReason = here.some((step) => SURGE_STEPS[step].reason);
  return (
    <Card title={steps.includes('answer') ? 'The desk needs an answer' : 'What you can do now'} tone="accent">
      {steps.includes('submit') ? (
        <p>
          <ButtonLink href={`/surge/${request.id}/edit`} tone="main">
            Go on with the draft
          </ButtonLink>
        </p>
      ) : null}
      {here.length > 0 ? (
        <PostForm form={form} action={`/surge/${request.id}/steps`}>
          <input type="hidden" name="version" value={request.version} />
          {asksReason ? (
            <TextArea
              form={form}
              name="reason"
              label={steps.includes('answer') ? 'Answer or reason' : 'Reason'}
              hint={`Needed to: ${here
                .filter((step) => SURGE_STEPS[step].reason)
                .map((step) => STEP_WORDS[step].toLowerCase())
                .join(', ')}. It stays with the request and both sides read it.`}
              rows={3}
            />
          ) : null}
          <div class="row">
            {here.map((step) => (
              <Button key={step} name="step" value={step} tone={DANGEROUS.includes(step) ? 'danger' : 'main'}>
                {STEP_WORDS[step]}
              </Button>
            ))}
          </div>
        </PostForm>
      ) : null}
    </Card>
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
        <TextArea form={form} name="reason" label="Reason for moving it" rows={2} />
        <Button tone="quiet">Move</Button>
      </PostForm>
    </details>
  );
}

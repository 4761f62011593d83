import { SURGE_STEPS, type SurgeStep, URGENCIES } from '../../../core/surge.js';
import { ALTERNATIVES, SECOND_PERSON_RULES, secondPersonRules } from '../../../core/surge-decision.js';
import { Button, ButtonLink, Card, Choices, Field, Form, Note, PostForm, Select, TextArea } from '../../../web/index.js';
import type { RequestFacts, SurgeRequestView } from '../surge-view.dto.js';
import { ALTERNATIVE_WORDS, changeText, RULE_WORDS } from './desk-words.js';
import { Paragraphs } from './paragraphs.js';
import { STEP_WORDS, URGENCY_SHORT } from './words.js';

/** Steps that end or refuse something look different from those that go on. */
const DANGEROUS: readonly SurgeStep[] = ['go-on', 'reconsider', 'decline', 'stand-down'];
/** Not on buttons here: offers have their own form, submitting is in the form of the draft, and policy makes a proposal of an approval. */
const ELSEWHERE: readonly SurgeStep[] = ['offer', 'reopen', 'submit', 'propose'];

/** What is possible at most times and expected at none; folded away where nothing else can be done. */
const ASIDE: Readonly<Partial<Record<SurgeStep, string>>> = {
  ask: 'ask the office for information',
  'stand-down': 'stand the request down',
};

/** What the reader can decide now. */
export function Decisions({ view, form, me }: { view: SurgeRequestView; form: Form; me: string }) {
  const { request } = view;
  const own = view.proposedBy === me;
  const steps = view.steps
    .filter((step) => !ELSEWHERE.includes(step) && !(own && step === 'confirm'))
    .sort((a, b) => DANGEROUS.indexOf(a) - DANGEROUS.indexOf(b));
  const draft = view.steps.includes('submit');
  if (steps.length === 0) return null;
  if (steps.every((step) => step in ASIDE)) {
    const all = steps.map((step) => ASIDE[step]).join(', or ');
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
          <summary>{`${all.charAt(0).toUpperCase()}${all.slice(1)}`}</summary>
          <Steps steps={steps} view={view} form={form} />
        </details>
      </Card>
    );
  }
  return (
    <Card title={steps.includes('answer') ? 'The desk needs an answer' : 'What you can do now'} tone="accent">
      {request.pausedAt === null ? null : <Question view={view} />}
      {view.proposedBy === null ? null : <Proposed view={view} own={own} />}
      <Steps steps={steps} view={view} form={form} />
    </Card>
  );
}

/** What the desk asked last, and waits for. */
function Question({ view }: { view: SurgeRequestView }) {
  const asked = view.events.findLast(({ kind }) => kind === 'ask');
  return (
    <Note tone="warning">
      <Paragraphs text={asked?.reason ?? ''} />
    </Note>
  );
}

/** What a second officer is asked to confirm. */
function Proposed({ view, own }: { view: SurgeRequestView; own: boolean }) {
  const proposal = view.events.findLast(({ kind }) => kind === 'propose');
  return (
    <Note tone="warning">
      <p>
        {own ? 'You propose' : `${proposal?.actor} proposes`} to approve this request{proposal?.changes.length ? ' with other terms' : ''}.
        Two officers decide, because of: {proposal?.rules.map((rule) => RULE_WORDS[rule]).join(', ')}.{' '}
        {own ? 'Another officer has to confirm it.' : ''}
      </p>
      {proposal?.changes.length ? (
        <ul>
          {proposal.changes.map((change) => (
            <li key={change.field}>{changeText(change)}</li>
          ))}
        </ul>
      ) : null}
    </Note>
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
      {steps.includes('approve') ? <TermsFields request={request} form={form} /> : null}
      {steps.includes('decline') ? (
        <details open={form.problemFor('alternatives') !== undefined || form.values['alternatives'] !== undefined}>
          <summary>Offer something else when declining</summary>
          <Choices
            form={form}
            name="alternatives"
            label="What the office gets instead"
            options={ALTERNATIVES.map((one) => [one, ALTERNATIVE_WORDS[one]] as const)}
            several
            optional
          />
        </details>
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

/** The terms of an approval, filled in as they were asked, and what policy makes of them. */
function TermsFields({ request, form }: { request: RequestFacts; form: Form }) {
  const rules = secondPersonRules(request);
  const asked: Readonly<Record<string, string>> = {
    'terms.seats': String(request.seats),
    'terms.urgency': request.urgency,
    'terms.startsOn': request.startsOn,
    'terms.endsOn': request.endsOn,
  };
  const changed = Object.entries(asked).some(([name, value]) => form.values[name] !== undefined && form.value(name) !== value);
  const filled = new Form({ ...asked, ...form.values }, form.problems);
  return (
    <>
      <p class="hint">
        {rules.length > 0
          ? `Two officers decide here, because of: ${rules.map((rule) => RULE_WORDS[rule]).join(', ')}. Your approval goes to a colleague to confirm.`
          : `One officer decides. Two would with: ${SECOND_PERSON_RULES.map((rule) => RULE_WORDS[rule]).join(', or ')}.`}
      </p>
      <details open={changed}>
        <summary>Approve in part, or with other terms</summary>
        <div class="row">
          <Field
            form={filled}
            name="terms.seats"
            label="Places"
            hint={`${request.seats} asked for.`}
            type="number"
            min={1}
            max={request.seats}
          />
          <Field form={filled} name="terms.startsOn" label="First day" type="date" />
          <Field form={filled} name="terms.endsOn" label="Last day" type="date" />
          <Select form={filled} name="terms.urgency" label="Urgency" options={URGENCIES.map((one) => [one, URGENCY_SHORT[one]] as const)} />
        </div>
      </details>
    </>
  );
}

import { CLAIM_STATUSES, KNOWLEDGE_LEVELS, SKILL_AREAS } from '../../../core/knowledge.js';
import { CONTEXT_FLAGS } from '../../../core/needs.js';
import { CONTEXT_PARTS, CRITERIA, FULL_WORTH, PART_LEVEL } from '../../../core/requirement.js';
import { CHOOSABLE_QUALIFICATIONS } from '../../../core/tor.js';
import { CLAIM_STATUS_NAMES, CONTEXT_PART_NAMES, CRITERION_NAMES, GATE_NAMES } from '../../../web/criteria.js';
import { Choices, capital, Field, type Form, Select } from '../../../web/index.js';
import { FLAG_NAMES } from '../../needs/index.js';
import { asksFor } from './situations.js';

const REQUIREMENTS = CHOOSABLE_QUALIFICATIONS.map((name) => [name, GATE_NAMES[name]] as const);
const PARTS = CONTEXT_PARTS.map((part) => [part, capital(CONTEXT_PART_NAMES[part])] as const);
const SKILL_LEVELS = KNOWLEDGE_LEVELS.filter((level) => level !== 'none').map(
  (level) => [level, level === 'specialist' ? 'essential: specialist' : `essential: ${level} or higher`] as const,
);
const SITUATION_OPTIONS = CONTEXT_FLAGS.map((flag) => [flag, `${FLAG_NAMES[flag]}: ${asksFor(flag)}`] as const);

/** Which requirements of the TOR are gates on this post, and which of them score only. */
export function Requirements({ form }: { form: Form }) {
  return (
    <section class="card">
      <h2>Essential or desirable</h2>
      <p class="hint">
        In the Standard TOR these five are essential: each is a gate. Ticked ones are desirable on this post: they score and exclude nobody.
        A desirable degree scores only if you give “Degree” a weight below.
      </p>
      <Choices form={form} name="desirable" label="Desirable on this post" options={REQUIREMENTS} several optional />
      <p class="hint">In the Standard TOR these three are desirable. What you choose here is a gate on this post; it scores as before.</p>
      <Choices
        form={form}
        name="essentialParts"
        label="Additional qualifications that are essential on this post"
        hint={`Each ticked one must be there: a day of experience, ${PART_LEVEL} knowledge or better, the training completed.`}
        options={PARTS}
        several
        optional
      />
      <div class="filters">
        {SKILL_AREAS.map((area) => (
          <Select
            key={area}
            form={form}
            name={`essentialSkills.${area}`}
            label={GATE_NAMES[area]}
            options={SKILL_LEVELS}
            empty="desirable: scores only"
            optional
          />
        ))}
      </div>
    </section>
  );
}

/** Situations of the country that count for this post. */
export function Situations({ form }: { form: Form }) {
  return (
    <section class="card">
      <h2>The country's situation</h2>
      <p class="hint">
        Nothing counts unless it is ticked here. What a situation asks for scores by the weight of “The country's situation”.
      </p>
      <Choices form={form} name="situations" label="Situations that count" options={SITUATION_OPTIONS} several optional />
    </section>
  );
}

/** What claims are worth by how far they are backed, folded: most posts leave everything at 100. */
export function ClaimWorths({ form }: { form: Form }) {
  const wrong = CRITERIA.some((name) => form.problemFor(`claimWorth.${name}`));
  return (
    <section class="card">
      <h2>What claims are worth</h2>
      <p class="hint">
        Per cent of the value that a claim earns. 100 everywhere: a claim counts in full whether it is verified or not. Gates are never
        discounted, and every score is shown as claimed and as verified whatever stands here.
      </p>
      <details open={wrong}>
        <summary>Per cent by criterion</summary>
        {CRITERIA.map((name) => (
          <fieldset key={name} class="group">
            <legend>{CRITERION_NAMES[name]}</legend>
            {form.problemFor(`claimWorth.${name}`) ? <p class="problem">{form.problemFor(`claimWorth.${name}`)}</p> : null}
            <div class="filters">
              {CLAIM_STATUSES.map((status) => (
                <Field
                  key={status}
                  form={form}
                  name={`claimWorth.${name}.${status}`}
                  label={CLAIM_STATUS_NAMES[status]}
                  type="number"
                  min={0}
                  max={FULL_WORTH[status]}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </details>
    </section>
  );
}

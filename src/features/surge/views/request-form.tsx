import { TRAVEL_DAYS } from '../../../core/deployments.js';
import { POST_LEVELS } from '../../../core/grades.js';
import { LANGUAGE_CODES, LANGUAGE_LEVEL_NAMES, LANGUAGE_LEVELS, LANGUAGES } from '../../../core/languages.js';
import { FUNDING_SOURCES, SEVERITIES, URGENCIES } from '../../../core/surge.js';
import { EXPERT_THEMES, THEMES, type Theme } from '../../../core/themes.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { Button, Choices, ErrorSummary, Field, type Form, Moment, Note, Select, TextArea } from '../../../web/index.js';
import { KeepingPlace } from './kept.js';
import { FUNDING_WORDS, SEVERITY_WORDS, URGENCY_WORDS } from './words.js';

const LANGUAGE_OPTIONS = LANGUAGE_CODES.map((code) => [code, LANGUAGES[code]] as const);
const LEVEL_OPTIONS = LANGUAGE_LEVELS.map((level) => [String(level), LANGUAGE_LEVEL_NAMES[level]] as const);
const THEME_OPTIONS = EXPERT_THEMES.map((theme) => [theme, THEMES[theme]] as const);
const FEWEST_ROWS = 2;

/** Saved by a script this long after somebody stops typing, and when a lost connection is back; one save at a time. */
const WHEN_TYPED = 'input delay:3s, change delay:3s, online from:window';

/**
 * The form of a request. Themes that are `prefilled` from the country's needs are named, so that they are not overlooked. With a script
 * what is typed is kept as a draft; without one the button does it.
 */
export function RequestForm({
  form,
  id,
  country,
  prefilled,
  kept,
  drafts,
}: {
  form: Form;
  /** The draft that the form goes on with; undefined for a new request. */
  id: string | undefined;
  country: string;
  prefilled: readonly Theme[];
  /** The draft that this form has saved before; undefined when it has not. */
  kept: { readonly id: string; readonly reference: string } | undefined;
  drafts: readonly { readonly id: string; readonly reference: string; readonly createdAt: string }[];
}) {
  const rows = Math.max(FEWEST_ROWS, form.rows('languages') + 1);
  const path = id === undefined ? '/surge' : `/surge/${id}`;
  return (
    <form
      method="post"
      action={id === undefined ? path : `${path}/edit`}
      noValidate
      class="form"
      hx-post={`${path}/drafts`}
      hx-trigger={WHEN_TYPED}
      hx-target="#kept"
      hx-swap="innerHTML"
      hx-sync="queue last"
    >
      <ErrorSummary form={form} />
      <OwnDrafts drafts={drafts} />
      <input type="hidden" name="formToken" value={form.value('formToken')} />
      <KeepingPlace version={Number(form.value('version')) || undefined} kept={kept} />
      <p>
        For <strong>{countryName(country)}</strong>. Short answers are enough; the desk asks if it needs more.
      </p>
      <Choices
        form={form}
        name="urgency"
        label="How soon must somebody be on the ground?"
        options={URGENCIES.map((one) => [one, URGENCY_WORDS[one]] as const)}
      />
      <TextArea form={form} name="urgencyReason" label="Why is it that urgent?" hint="What happens if nobody is there in time." rows={3} />
      <Select
        form={form}
        name="severity"
        label="How grave is the situation?"
        options={SEVERITIES.map((one) => [String(one), SEVERITY_WORDS[one]] as const)}
      />
      <TextArea form={form} name="situation" label="Situation" rows={5} />
      <TextArea form={form} name="tasks" label="What the expert would do" hint="Experts who are asked read this." rows={5} />
      <div class="row">
        <Field form={form} name="startsOn" label="First day" type="date" />
        <Field form={form} name="endsOn" label="Last day" type="date" />
        <Field form={form} name="seats" label="How many experts" type="number" min={1} max={20} />
      </div>
      <div class="row">
        <Field
          form={form}
          name="travelBefore"
          label="Days of travel there"
          hint={`Held for the expert as well. ${TRAVEL_DAYS.usual} unless you say otherwise.`}
          type="number"
          min={0}
          max={TRAVEL_DAYS.most}
          optional
        />
        <Field form={form} name="travelAfter" label="Days of travel back" type="number" min={0} max={TRAVEL_DAYS.most} optional />
      </div>
      <Select form={form} name="level" label="Experience of the level" options={POST_LEVELS.map((level) => [level, level] as const)} />
      <fieldset class="group">
        <legend>Languages without which nobody can work there</legend>
        {Array.from({ length: rows }, (_, row) => (
          <div class="row" key={row}>
            <Select
              form={form}
              name={`languages.${row}.language`}
              label={`Language ${row + 1}`}
              options={LANGUAGE_OPTIONS}
              empty="None"
              optional
            />
            <Select form={form} name={`languages.${row}.level`} label="At least" options={LEVEL_OPTIONS} empty="–" optional />
          </div>
        ))}
      </fieldset>
      {prefilled.length > 0 ? (
        <p>
          Themes chosen beforehand, from the country's needs: <strong>{prefilled.map((theme) => THEMES[theme]).join(', ')}</strong>. Change
          them below.
        </p>
      ) : null}
      <details open={form.problemFor('themes') !== undefined}>
        <summary>Themes</summary>
        <Choices
          form={form}
          name="themes"
          label="Themes that the mission is about"
          hint="Prefilled from the country's needs. Without any, all of the country's needs count."
          options={THEME_OPTIONS}
          several
          optional
        />
      </details>
      <TextArea
        form={form}
        name="hosting"
        label="Hosting arrangements"
        hint="Office, transport, housing. Experts who are asked read this."
        rows={3}
        optional
      />
      <TextArea
        form={form}
        name="security"
        label="Security"
        hint="What an expert must know before saying yes. Experts who are asked read this."
        rows={3}
        optional
      />
      <Select form={form} name="fundingSource" label="Funding" options={FUNDING_SOURCES.map((one) => [one, FUNDING_WORDS[one]] as const)} />
      <div class="row">
        <Button name="submit" value="true">
          Submit to the surge desk
        </Button>
        <Button tone="quiet">Keep as a draft</Button>
      </div>
    </form>
  );
}

/** Drafts of the office, so that nobody begins again what was kept. */
function OwnDrafts({ drafts }: { drafts: readonly { readonly id: string; readonly reference: string; readonly createdAt: string }[] }) {
  if (drafts.length === 0) return null;
  return (
    <Note tone="warning">
      <p>Your office has drafts. Go on with one of them instead?</p>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <a href={`/surge/${draft.id}/edit`}>{draft.reference}</a>, begun <Moment value={draft.createdAt} />
          </li>
        ))}
      </ul>
    </Note>
  );
}

import { TRAVEL_DAYS } from '../../../core/deployments.js';
import { POST_LEVELS } from '../../../core/grades.js';
import { LANGUAGE_CODES, LANGUAGE_LEVEL_NAMES, LANGUAGE_LEVELS, LANGUAGES } from '../../../core/languages.js';
import { FUNDING_SOURCES, SEVERITIES, URGENCIES } from '../../../core/surge.js';
import { EXPERT_THEMES, THEMES } from '../../../core/themes.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { Button, Choices, Field, type Form, PostForm, Select, TextArea } from '../../../web/index.js';
import { FUNDING_WORDS, SEVERITY_WORDS, URGENCY_WORDS } from './words.js';

const LANGUAGE_OPTIONS = LANGUAGE_CODES.map((code) => [code, LANGUAGES[code]] as const);
const LEVEL_OPTIONS = LANGUAGE_LEVELS.map((level) => [String(level), LANGUAGE_LEVEL_NAMES[level]] as const);
const THEME_OPTIONS = EXPERT_THEMES.map((theme) => [theme, THEMES[theme]] as const);
const FEWEST_ROWS = 2;

/** The form of a request: what is prefilled comes from the country's needs. `hidden` are the fields that the page adds. */
export function RequestForm({
  form,
  action,
  country,
  hidden,
}: {
  form: Form;
  action: string;
  country: string;
  hidden: Readonly<Record<string, string>>;
}) {
  const rows = Math.max(FEWEST_ROWS, form.rows('languages') + 1);
  return (
    <PostForm form={form} action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
    </PostForm>
  );
}

import type { ComponentChildren } from 'preact';
import { DEGREE_FIELDS, DEGREE_LEVELS, ENGAGEMENTS, EXPERIENCE_KINDS, ROSTERS, TRAININGS } from '../../../../core/expert.js';
import { CLAIM_STATUSES, KNOWLEDGE_AREA_NAMES, KNOWLEDGE_LEVELS } from '../../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES } from '../../../../core/languages.js';
import { Choices, Field, Form, Select, TextArea } from '../../../../web/index.js';
import { countriesText, type FormPart } from '../../editing/expert-form.js';
import {
  capital,
  DEGREE_FIELD_NAMES,
  DEGREE_LEVEL_NAMES,
  ENGAGEMENT_NAMES,
  KIND_NAMES,
  LANGUAGE_OPTIONS,
  ROSTER_NAMES,
  STATUS_NAMES,
  THEME_OPTIONS,
  TRAINING_NAMES,
} from '../wording.js';

/** What a row is drawn with. */
export interface RowProps {
  readonly form: Form;
  /** Where the row stands in the form: `experience.3`. */
  readonly at: string;
  /** Whether the person who fills it in may say how far a claim is backed. */
  readonly mayVerify: boolean;
  /** The only agency that the person who fills it in may name; null for any. */
  readonly agency: string | null;
}

const PARTIAL_DATE = 'As exactly as it is known: 2014-03-07, 2014-03 or 2014.';
const named = <T extends string>(values: readonly T[], names: Readonly<Record<T, string>>) =>
  values.map((value) => [value, capital(names[value])] as const);
const LEVELS = KNOWLEDGE_LEVELS.filter((level) => level !== 'none').map((level) => [level, capital(level)] as const);
const CHOOSE = 'Choose';

/** The fields of a row of each part. */
export const ROW_FIELDS: Readonly<Record<FormPart, (props: RowProps) => ComponentChildren>> = {
  memberships: Membership,
  degrees: ({ form, at, ...more }) => (
    <>
      <div class="filters">
        <Select form={form} name={`${at}.level`} label="Level" options={named(DEGREE_LEVELS, DEGREE_LEVEL_NAMES)} empty={CHOOSE} />
        <Select form={form} name={`${at}.field`} label="Field" options={named(DEGREE_FIELDS, DEGREE_FIELD_NAMES)} empty={CHOOSE} />
      </div>
      <Field form={form} name={`${at}.title`} label="Title as on the diploma" optional />
      <Field form={form} name={`${at}.institution`} label="Institution" optional />
      <Field
        form={form}
        name={`${at}.awardedOn`}
        label="Awarded"
        hint={`Empty while it is not completed. ${PARTIAL_DATE}`}
        width="short"
        optional
      />
      <Backing form={form} at={at} {...more} />
    </>
  ),
  experience: Job,
  knowledge: ({ form, at, ...more }) => (
    <div class="filters">
      <Select form={form} name={`${at}.area`} label="Area" options={KNOWLEDGE_AREA_NAMES} empty={CHOOSE} />
      <Select form={form} name={`${at}.level`} label="Level" options={LEVELS} empty={CHOOSE} />
      <Backing form={form} at={at} {...more} />
    </div>
  ),
  languages: ({ form, at, ...more }) => (
    <div class="filters">
      <Select form={form} name={`${at}.language`} label="Language" options={LANGUAGE_OPTIONS} empty={CHOOSE} />
      <Select form={form} name={`${at}.level`} label="Level" options={Object.entries(LANGUAGE_LEVEL_NAMES)} empty={CHOOSE} />
      <Backing form={form} at={at} {...more} />
    </div>
  ),
  themes: ({ form, at, ...more }) => (
    <div class="filters">
      <Select form={form} name={`${at}.theme`} label="Theme" options={THEME_OPTIONS} empty={CHOOSE} />
      <Select form={form} name={`${at}.level`} label="Level" options={LEVELS} empty={CHOOSE} />
      <Backing form={form} at={at} {...more} />
    </div>
  ),
  trainings: ({ form, at, ...more }) => (
    <div class="filters">
      <Select form={form} name={`${at}.kind`} label="Training" options={named(TRAININGS, TRAINING_NAMES)} empty={CHOOSE} />
      <Field form={form} name={`${at}.completedOn`} label="Completed" hint={PARTIAL_DATE} width="short" />
      <Backing form={form} at={at} {...more} />
    </div>
  ),
  unavailable: ({ form, at }) => (
    <div class="filters">
      <Field form={form} name={`${at}.from`} label="First day" type="date" />
      <Field form={form} name={`${at}.to`} label="Last day" type="date" />
    </div>
  ),
};

function Job({ form, at, ...more }: RowProps) {
  const countries = `${at}.countries`;
  const shown = new Form({ [countries]: countriesText(form.values[countries]) }, form.problems);
  return (
    <>
      <Field form={form} name={`${at}.title`} label="Function" optional />
      <Field form={form} name={`${at}.employer`} label="Employer" optional />
      <div class="filters">
        <Field form={form} name={`${at}.from`} label="From" hint={PARTIAL_DATE} width="short" />
        <Field form={form} name={`${at}.to`} label="To" hint="Empty while it goes on." width="short" optional />
        <Field form={form} name={`${at}.percentage`} label="Per cent of full time" type="number" min={1} max={100} />
      </div>
      <Choices
        form={form}
        name={`${at}.kinds`}
        label="Kind of work"
        hint="Leave all open for other work."
        options={named(EXPERIENCE_KINDS, KIND_NAMES)}
        several
        inline
        optional
      />
      <div class="filters">
        <Select form={form} name={`${at}.engagement`} label="Engaged as" options={named(ENGAGEMENTS, ENGAGEMENT_NAMES)} />
        <Field form={form} name={`${at}.level`} label="UN level" hint="Such as P-4 or NO-C; empty outside the UN." width="short" optional />
      </div>
      <Field
        form={shown}
        name={countries}
        label="Countries"
        hint="Names or three-letter codes: Kenya, Uganda. Between names that have a comma, use semicolons."
        optional
      />
      <Backing form={form} at={at} {...more} />
    </>
  );
}

/** What an agency states about its staff is self-declared, and it is not asked. */
function Backing({ form, at, mayVerify }: RowProps | Omit<RowProps, 'agency'>) {
  if (!mayVerify) return null;
  // Only a panel's decision makes a claim panel-assessed; one that is can stay so.
  const open = CLAIM_STATUSES.filter((status) => status !== 'panel-assessed' || form.value(`${at}.status`) === status);
  const options = open.map((status) => [status, STATUS_NAMES[status][1]] as const);
  return <Select form={form} name={`${at}.status`} label="How far it is backed" options={options} />;
}

/** A focal point proposes for the own agency and nothing else. */
function Membership({ form, at, agency }: RowProps) {
  return (
    <>
      {agency === null ? (
        <div class="filters">
          <Select form={form} name={`${at}.roster`} label="Roster" options={named(ROSTERS, ROSTER_NAMES)} empty={CHOOSE} />
          <Field
            form={form}
            name={`${at}.agency`}
            label="Agency"
            hint="That releases the person, such as UNDP; empty on the external roster."
            width="medium"
            optional
          />
        </div>
      ) : (
        <p>
          <input type="hidden" name={`${at}.roster`} value="interagency" />
          <input type="hidden" name={`${at}.agency`} value={agency} />
          {ROSTER_NAMES.interagency}, proposed by {agency}
        </p>
      )}
      <div class="filters">
        <Field form={form} name={`${at}.since`} label="First day of the term" hint="Today when left empty." type="date" optional />
        <Field form={form} name={`${at}.until`} label="Last day of the term" hint="Empty when it has no end." type="date" optional />
      </div>
      <TextArea
        form={form}
        name={`${at}.reason`}
        label="Reason"
        hint="It is kept with the decision, and an auditor can read it."
        rows={2}
      />
    </>
  );
}

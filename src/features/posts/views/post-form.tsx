import { MINIMUM_YEARS, POST_LEVELS } from '../../../core/grades.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGE_LEVELS, LANGUAGES } from '../../../core/languages.js';
import { CRITERIA } from '../../../core/requirement.js';
import { STANDARD_TOR } from '../../../core/tor.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { CRITERION_HINTS, CRITERION_NAMES } from '../../../web/criteria.js';
import { Button, ButtonLink, Choices, ErrorSummary, Field, type Form, fieldId, Note, Select, TextArea, Tick } from '../../../web/index.js';
import { ClaimWorths, Requirements, Situations } from './post-form-policies.js';
import { CorrectionButtons } from './post-versions.js';

const LEVELS = POST_LEVELS.map((level) => [level, `${level} – at least ${MINIMUM_YEARS[level]} years of experience`] as const);
const FUNCTIONS = STANDARD_TOR.functionGroups.flatMap(({ functions }) =>
  functions.map(({ code, text }) => [code, `${code} ${text}`] as const),
);
const LANGUAGE_OPTIONS = Object.entries(LANGUAGES).sort(([, a], [, b]) => (a < b ? -1 : 1));
const LEVEL_OPTIONS = LANGUAGE_LEVELS.map((level) => [String(level), LANGUAGE_LEVEL_NAMES[level]] as const);

/** Empty rows offered beyond the filled ones. */
const SPARE_ROWS = 2;

/** The criteria of a post as one form: the Standard TOR with choices. `country` is fixed once it was chosen. */
export function PostForm({
  form,
  action,
  country,
  back,
  version,
  correction = false,
}: {
  form: Form;
  action: string;
  country: string;
  back: string;
  version?: number;
  /** Whether a published post is corrected: then a reason is asked for. */
  correction?: boolean;
}) {
  return (
    <form method="post" action={action} noValidate>
      <ErrorSummary form={form} />
      <input type="hidden" name={version === undefined ? 'country' : 'version'} value={version ?? country} />
      <p class="lead">{`The Standard TOR, filled in for ${countryName(country)}. Change what this country needs; nobody is excluded by anything but the gates you see here.`}</p>
      <section class="card">
        <h2>Level and dates</h2>
        <Select
          form={form}
          name="level"
          label="Post level"
          hint="P-5 in the Standard TOR; to be determined according to country context."
          options={LEVELS}
        />
        <div class="filters">
          <Field
            form={form}
            name="startsOn"
            label="First day of the post"
            type="date"
            optional
            hint="Availability is shown for these dates."
          />
          <Field form={form} name="endsOn" label="Last day" type="date" optional hint="Apart from suitability: it never changes a score." />
          <Field form={form} name="asOf" label="Count experience up to" type="date" optional hint="Empty: up to the day of each run." />
        </div>
      </section>
      <section class="card">
        <h2>Functions</h2>
        <Choices form={form} name="functions" label="Functions of the Standard TOR" options={FUNCTIONS} several />
        <TextArea
          form={form}
          name="furtherFunctions"
          label="Further functions in this country"
          optional
          hint="In your own words. They are shown with the post and do not score."
          rows={3}
        />
      </section>
      <Requirements form={form} />
      <Languages form={form} />
      <Situations form={form} />
      <Weights form={form} />
      <Policies form={form} />
      <ClaimWorths form={form} />
      {correction ? (
        <>
          <section class="card">
            <h2>Why</h2>
            <TextArea
              form={form}
              name="reason"
              label="Reason for the correction"
              hint="Shown with the new version. Earlier shortlists stay with the version they were run on."
              rows={3}
            />
          </section>
          <CorrectionButtons back={back} />
        </>
      ) : (
        <div class="row">
          <Button>{version === undefined ? 'Save the draft' : 'Save the changes'}</Button>
          <ButtonLink href={back}>Cancel</ButtonLink>
        </div>
      )}
    </form>
  );
}

function Languages({ form }: { form: Form }) {
  return (
    <section class="card">
      <h2>Languages</h2>
      <p class="hint">
        Filled in with the working languages of the country. An empty row is left out; to take a language away, choose “no language” and “no
        level”.
      </p>
      <LanguageRows form={form} name="requiredLanguages" title="Required: whoever is below the level is not eligible" />
      <LanguageRows form={form} name="desiredLanguages" title="Desired: scores, excludes nobody" />
    </section>
  );
}

function LanguageRows({ form, name, title }: { form: Form; name: 'requiredLanguages' | 'desiredLanguages'; title: string }) {
  const problem = form.problemFor(name);
  const filled = form.rows(name);
  return (
    <fieldset class={problem ? 'group field wrong' : 'group'} id={fieldId(name)} tabIndex={-1}>
      <legend>{title}</legend>
      {problem ? <p class="problem">{problem}</p> : null}
      {Array.from({ length: filled + SPARE_ROWS }, (_, row) => (
        <div class="filters" key={row}>
          <Select
            form={form}
            name={`${name}.${row}.language`}
            label={`Language ${row + 1}`}
            options={LANGUAGE_OPTIONS}
            empty="no language"
            optional={row >= filled}
          />
          <Select
            form={form}
            name={`${name}.${row}.level`}
            label={`Level ${row + 1}`}
            options={LEVEL_OPTIONS}
            empty="no level"
            optional={row >= filled}
          />
        </div>
      ))}
    </fieldset>
  );
}

function Policies({ form }: { form: Form }) {
  return (
    <section class="card">
      <h2>Policies of this post</h2>
      <p class="hint">All off by default. Wherever one of them decides something, the shortlist says so.</p>
      <Tick
        form={form}
        name="educationInLieu"
        label="Education in lieu: a first-level degree and two more years may stand in for an advanced degree"
        hint="From the UN Secretariat's staff selection manual; the strategy itself has no such rule."
      />
      <Tick form={form} name="experiencePolicy.countUnpaid" label="Count unpaid work" />
      <Tick form={form} name="experiencePolicy.countInternships" label="Count internships" />
      <Tick form={form} name="experiencePolicy.countGeneralService" label="Count general-service levels" />
    </section>
  );
}

function Weights({ form }: { form: Form }) {
  const problem = form.problemFor('weights');
  return (
    <section class="card">
      <fieldset class={problem ? 'field wrong' : 'field'} id={fieldId('weights')} tabIndex={-1}>
        <legend>Weights of the criteria</legend>
        <p class="hint">Whole numbers that sum to 100. A criterion with weight 0 is shown and does not count.</p>
        {problem ? <Note tone="danger">{problem}</Note> : null}
        <div class="filters">
          {CRITERIA.map((name) => (
            <Field
              key={name}
              form={form}
              name={`weights.${name}`}
              label={CRITERION_NAMES[name]}
              hint={CRITERION_HINTS[name]}
              type="number"
              min={0}
              max={100}
            />
          ))}
        </div>
      </fieldset>
    </section>
  );
}

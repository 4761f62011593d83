import type { CountryCode } from '../../../core/expert.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../core/languages.js';
import { Button, ButtonLink, Choices, type Form, PostForm, Select, TextArea } from '../../../web/index.js';
import { type ContextDto, MOST_LANGUAGES } from '../needs.dto.js';
import { FLAG_NAMES } from './wording.js';

const LANGUAGE_OPTIONS = Object.entries(LANGUAGES);
const LEVEL_OPTIONS = Object.entries(LANGUAGE_LEVEL_NAMES);
/** Without JavaScript no row can be added, so that a few empty ones are always there. */
const SPARE_ROWS = 2;

export function ContextForm({ country, form }: { country: CountryCode; form: Form<ContextDto> }) {
  return (
    <PostForm form={form} action={`/needs/${country}/context`}>
      <input type="hidden" name="version" value={form.value('version')} />
      <Choices form={form} name="flags" label="What marks the situation" options={FLAG_NAMES} several optional />
      <LanguageRows form={form} name="required" label="Languages required" />
      <LanguageRows form={form} name="desired" label="Languages desired" />
      <TextArea form={form} name="regionalCapacity" label="Human rights capacity that is in the region already" optional />
      <TextArea form={form} name="assessment" label="What the needs assessment adds" hint="Name no person." optional />
      <div class="row">
        <Button>Save the situation</Button>
        <ButtonLink href={`/needs/${country}`}>Back</ButtonLink>
      </div>
    </PostForm>
  );
}

function LanguageRows({ form, name, label }: { form: Form<ContextDto>; name: 'required' | 'desired'; label: string }) {
  const rows = Math.min(MOST_LANGUAGES, form.rows(name) + SPARE_ROWS);
  return (
    <fieldset class="group">
      <legend>{label}</legend>
      {form.problemFor(name) ? <p class="problem">{form.problemFor(name)}</p> : null}
      {Array.from({ length: rows }, (_, index) => (
        <div class="row" key={index}>
          <Select
            form={form}
            name={`${name}.${index}.language`}
            label={`Language ${index + 1}`}
            options={LANGUAGE_OPTIONS}
            empty="None"
            optional
          />
          <Select
            form={form}
            name={`${name}.${index}.level`}
            label={`Level of language ${index + 1}`}
            options={LEVEL_OPTIONS}
            empty="None"
            optional
          />
        </div>
      ))}
    </fieldset>
  );
}

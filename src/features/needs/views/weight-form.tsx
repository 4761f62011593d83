import type { CountryCode } from '../../../core/expert.js';
import { EXPERT_THEMES, THEMES } from '../../../core/themes.js';
import { Button, ButtonLink, Field, type Form, PostForm, Select, TextArea } from '../../../web/index.js';
import type { WeightsDto } from '../needs.dto.js';

const THEME_OPTIONS = EXPERT_THEMES.map((theme) => [theme, THEMES[theme]] as const);
/** Without JavaScript no row can be added, so that enough for a need of a country are always there. */
const FEWEST_ROWS = 6;

/** Sets weights by hand: corrections where the UPR says something, a whole need where it says nothing. */
export function WeightForm({ country, form }: { country: CountryCode; form: Form<WeightsDto> }) {
  const rows = Math.min(EXPERT_THEMES.length, Math.max(FEWEST_ROWS, form.rows('weights') + 2));
  return (
    <PostForm form={form} action={`/needs/${country}/weights`}>
      <fieldset class="group">
        <legend>Themes and their weights</legend>
        <p class="hint">
          Whole numbers from 0 to 100; the most important theme usually gets 100. A theme without a weight goes back to the computed one.
          Rows may stay empty; more can be entered after saving.
        </p>
        {form.problemFor('weights') ? <p class="problem">{form.problemFor('weights')}</p> : null}
        {Array.from({ length: rows }, (_, index) => (
          <div class="row" key={index}>
            <Select
              form={form}
              name={`weights.${index}.theme`}
              label={`Theme ${index + 1}`}
              options={THEME_OPTIONS}
              empty="None"
              optional={index > 0}
            />
            <Field form={form} name={`weights.${index}.weight`} label={`Weight ${index + 1}`} type="number" min={0} max={100} optional />
          </div>
        ))}
      </fieldset>
      <TextArea
        form={form}
        name="reason"
        label="Reason"
        hint="Shown beside each of these weights for everybody who reads it. Name no person."
      />
      <div class="row">
        <Button>Save the weights</Button>
        <ButtonLink href={`/needs/${country}`}>Back</ButtonLink>
      </div>
    </PostForm>
  );
}

import type { CountryCode } from '../../../core/expert.js';
import { EXPERT_THEMES, THEMES } from '../../../core/themes.js';
import { Button, ButtonLink, Field, type Form, PostForm, Select, TextArea } from '../../../web/index.js';
import type { ThemeWeightDto } from '../needs.dto.js';

const THEME_OPTIONS = EXPERT_THEMES.map((theme) => [theme, THEMES[theme]] as const);

/** Sets a weight by hand: a correction where the UPR says something, an entry where it says nothing. */
export function WeightForm({ country, form }: { country: CountryCode; form: Form<ThemeWeightDto> }) {
  return (
    <PostForm form={form} action={`/needs/${country}/weights`}>
      <Select form={form} name="theme" label="Theme" options={THEME_OPTIONS} empty="Choose a theme" />
      <Field
        form={form}
        name="weight"
        label="Weight"
        hint="A whole number from 0 to 100. Leave it empty to go back to the computed weight."
        type="number"
        min={0}
        max={100}
        optional
      />
      <TextArea form={form} name="reason" label="Reason" hint="Shown beside the weight for everybody who reads it. Name no person." />
      <div class="row">
        <Button>Save the weight</Button>
        <ButtonLink href={`/needs/${country}`}>Back</ButtonLink>
      </div>
    </PostForm>
  );
}

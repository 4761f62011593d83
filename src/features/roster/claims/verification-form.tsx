import { CLAIM_PARTS } from '../../../core/expert.js';
import type { ClaimStatus } from '../../../core/knowledge.js';
import { KNOWLEDGE_AREA_NAMES } from '../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../core/languages.js';
import { THEMES } from '../../../core/themes.js';
import { dayText } from '../../../web/components/index.js';
import { Button, ButtonLink, Choices, Empty, Field, type Form, PostForm } from '../../../web/index.js';
import type { ExpertView } from '../roster-profiles.service.js';
import { DEGREE_FIELD_NAMES, DEGREE_LEVEL_NAMES, TRAINING_NAMES } from '../views/wording.js';
import type { VerificationDto } from './claims.dto.js';

/** Which self-declared claims were checked, and how. */
export function VerificationForm({ expert, form }: { expert: ExpertView; form: Form<VerificationDto> }) {
  const options = selfDeclared(expert);
  const others = CLAIM_PARTS.reduce((sum, part) => sum + expert[part].length, 0) - options.length;
  const back = <ButtonLink href={`/roster/experts/${expert.id}`}>Back to the profile</ButtonLink>;
  if (options.length === 0)
    return (
      <>
        <Empty>Nothing in this profile is only self-declared.</Empty>
        {back}
      </>
    );
  return (
    <PostForm form={form} action={`/roster/experts/${expert.id}/verification`}>
      <input type="hidden" name="version" value={expert.version} />
      <Choices
        form={form}
        name="claims"
        label="What was checked"
        hint={`Your role, the day and how it was checked are kept with each of them and shown wherever the claim is.${besidesText(others)}`}
        options={options}
        several
      />
      <Field form={form} name="how" label="How it was checked" hint="For example: diploma seen. Name no person." />
      <div class="row">
        <Button>Record as verified</Button>
        {back}
      </div>
    </PostForm>
  );
}

/** What is not among the choices, so that nobody looks for it there. */
function besidesText(claims: number): string {
  if (claims === 0) return '';
  return claims === 1
    ? ' One more claim is verified or assessed already; it stands in the profile.'
    : ` ${claims} more claims are verified or assessed already; they stand in the profile.`;
}

/** By id, in the words of the profile. */
export function selfDeclared(expert: ExpertView): readonly (readonly [id: string, text: string])[] {
  const lines: readonly (readonly [{ readonly id: string; readonly status: ClaimStatus }, string])[] = [
    ...expert.experience.map(
      (job) =>
        [
          job,
          `Job: ${job.title || 'untitled'}${job.employer ? `, ${job.employer}` : ''}, ${dayText(job.from)} to ${job.to ? dayText(job.to) : 'today'}`,
        ] as const,
    ),
    ...expert.degrees.map(
      (degree) =>
        [
          degree,
          `Degree: ${[DEGREE_LEVEL_NAMES[degree.level], degree.title, degree.institution].filter(Boolean).join(', ')} (${DEGREE_FIELD_NAMES[degree.field]})`,
        ] as const,
    ),
    ...expert.languages.map((skill) => [skill, `Language: ${LANGUAGES[skill.language]}, ${LANGUAGE_LEVEL_NAMES[skill.level]}`] as const),
    ...expert.knowledge.map((claim) => [claim, `Knowledge: ${KNOWLEDGE_AREA_NAMES[claim.area]}, ${claim.level}`] as const),
    ...expert.themes.map((claim) => [claim, `Theme: ${THEMES[claim.theme]}, ${claim.level}`] as const),
    ...expert.trainings.map(
      (training) => [training, `Training: ${TRAINING_NAMES[training.kind]}, ${dayText(training.completedOn)}`] as const,
    ),
  ];
  return lines.flatMap(([{ id, status }, text]) => (status === 'self-declared' ? [[id, text] as const] : []));
}

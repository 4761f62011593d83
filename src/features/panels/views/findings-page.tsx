import { KNOWLEDGE_AREA_NAMES } from '../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../core/languages.js';
import type { CriterionClaims, PanelClaim } from '../../../core/panel-claims.js';
import { dayText } from '../../../web/components/index.js';
import { Button, ButtonLink, Card, Choices, Empty, Field, type Form, Moment, Note, PostForm, Table, Tag } from '../../../web/index.js';
import type { FindingsDto } from '../panel.dto.js';
import { type FindingsView, fruitful } from '../panel-findings.service.js';
import { PANEL_CRITERION_NAMES } from './words.js';

/** Which claims follow from what was agreed, and the form that puts them on record. */
export function FindingsPage({ view, form }: { view: FindingsView; form: Form<FindingsDto> }) {
  const { panel, person, criteria, recordedAt, recordedCriteria, overtaken } = view;
  const chosen = fruitful(view);
  return (
    <>
      <p class="row">
        <a href={`/panels/${panel.id}/result`}>Back to the result</a>
        {person ? <span>{`${person.name ?? 'Has left the roster'}, No. ${person.number}`}</span> : null}
      </p>
      {recordedAt ? (
        <Note tone="good">
          What the panel found out is on the expert’s record since <Moment value={recordedAt} />.
        </Note>
      ) : (
        <Note>
          Claims of the panel stand beside what the person says, never over it. A rating of 3 stands for what the post asks, 4 and 5 for one
          and two levels of knowledge more, 2 for basic knowledge; 1 leaves nothing on record. Degrees, jobs and languages are confirmed
          from 3 on.
        </Note>
      )}
      {overtaken.length > 0 ? (
        <Note tone="warning">{`Left as they are, because they were changed since the panel saw them: ${overtaken.map((claim) => claimText(claim, view)).join('; ')}.`}</Note>
      ) : null}
      <Card title="What follows from what was agreed">
        <Table
          caption="Claims by criterion"
          rows={criteria}
          keyOf={({ criterion }) => criterion}
          columns={[
            { head: 'Criterion', names: true, cell: ({ criterion }) => PANEL_CRITERION_NAMES[criterion] },
            { head: 'Agreed', numeric: true, cell: ({ rating }) => String(rating) },
            { head: 'Says about the profile', cell: (one) => <Found one={one} view={view} /> },
            ...(recordedAt
              ? [
                  {
                    head: 'On record',
                    cell: ({ criterion }: CriterionClaims) =>
                      recordedCriteria.includes(criterion) ? <Tag tone="good">On record</Tag> : 'no',
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {recordedAt || person?.name === null ? null : chosen.length === 0 ? (
        <Empty>Nothing follows for the record.</Empty>
      ) : (
        <Card title="Put it on the expert’s record" tone="accent">
          <PostForm form={form} action={`/panels/${panel.id}/candidates/${view.letter}/findings`}>
            <Choices
              form={form}
              name="criteria"
              label="Criteria"
              options={chosen.map((name) => [name, PANEL_CRITERION_NAMES[name]] as const)}
              several
            />
            <Field
              form={form}
              name="how"
              label="How the panel came to it"
              hint="Shown with each claim on the expert’s record. Name no person."
            />
            <div class="row">
              <Button>Record as assessed by the panel</Button>
              <ButtonLink href={`/panels/${panel.id}/result`}>Not now</ButtonLink>
            </div>
          </PostForm>
        </Card>
      )}
    </>
  );
}

function Found({ one: { claims }, view }: { one: CriterionClaims; view: FindingsView }) {
  if (claims.length === 0) return <span>nothing</span>;
  return (
    <ul class="plain">
      {claims.map((claim) => (
        <li key={claimText(claim, view)}>{claimText(claim, view)}</li>
      ))}
    </ul>
  );
}

function claimText(claim: PanelClaim, { evidence }: Pick<FindingsView, 'evidence'>): string {
  switch (claim.kind) {
    case 'knowledge':
      return `${KNOWLEDGE_AREA_NAMES[claim.area]}: ${claim.level}`;
    case 'language':
      return `${LANGUAGES[claim.language]}: ${LANGUAGE_LEVEL_NAMES[claim.level]}`;
    case 'piece': {
      if (claim.part === 'degrees') return evidence.degrees.find(({ id }) => id === claim.id)?.title || 'the degree';
      const job = evidence.experience.find(({ id }) => id === claim.id);
      return job ? `${[job.title, job.employer].filter(Boolean).join(', ') || 'a job'}, from ${dayText(job.from)}` : 'a job';
    }
  }
}

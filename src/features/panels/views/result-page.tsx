import { OUTCOMES, PANEL_CRITERIA } from '../../../core/panel.js';
import {
  Button,
  Card,
  type Column,
  Definition,
  type Form,
  Moment,
  Note,
  PostForm,
  Select,
  Table,
  Tag,
  TextArea,
} from '../../../web/index.js';
import type { CandidateResult, PanelResult } from '../panel-view.js';
import { actionText, OUTCOME_TONES, OUTCOME_WORDS, PANEL_STATE_TONES, PANEL_STATE_WORDS } from './words.js';

/** Forms of the page; one that was refused is shown again, filled in. */
export interface ResultForms {
  readonly decision: Form;
  readonly sendBack: Form;
  readonly confirmation: Form;
}

/** Both orders, the decision, and how it came about. */
export function ResultPage({ result, forms }: { result: PanelResult; forms: ResultForms }) {
  const { panel, candidates, may, history } = result;
  return (
    <>
      <p class="row">
        <Tag tone={PANEL_STATE_TONES[panel.state]}>{PANEL_STATE_WORDS[panel.state]}</Tag>
        <a href={`/panels/${panel.id}`}>Back to the panel</a>
      </p>
      <Note>
        The panel’s order is by the sum of what was agreed, highest first; equal sums share a place. The order of the shortlist stands
        beside it. Neither decides: people do, with a reason for everybody.
      </Note>
      <Card title="Candidates">
        <Table
          caption="Candidates in the order of the panel"
          columns={columnsOf(result)}
          rows={candidates}
          keyOf={({ letter }) => letter}
        />
      </Card>
      {panel.state === 'proposed' || panel.state === 'decided' ? <Decision result={result} /> : null}
      {may.propose ? <DecisionForm result={result} form={forms.decision} /> : null}
      {may.confirm ? <Confirmation result={result} forms={forms} /> : null}
      <Card title="How it came about">
        <ol class="timeline">
          {history.map(({ at, name, action, letter, reason }, index) => (
            <li key={index}>
              <Moment value={at} /> <strong>{name}</strong> {actionText(action)}
              {letter ? ` (candidate ${letter})` : ''}
              {reason ? `: ${reason}` : ''}
            </li>
          ))}
        </ol>
        <p class="hint">{`Letters were drawn with the number ${panel.seed}; the draw can be repeated.`}</p>
      </Card>
    </>
  );
}

function columnsOf({ panel: { id, state }, may, candidates }: PanelResult): readonly Column<CandidateResult>[] {
  const onRecord: Column<CandidateResult> = {
    head: 'On the expert’s record',
    cell: ({ letter, recordedAt }) => {
      if (recordedAt) return <Moment value={recordedAt} />;
      return may.record.includes(letter) ? (
        <a href={`/panels/${id}/candidates/${letter}/findings`}>{`Put what the panel found out about ${letter} on record`}</a>
      ) : (
        'not yet'
      );
    },
  };
  const shown = state === 'decided' && (may.record.length > 0 || candidates.some(({ recordedAt }) => recordedAt));
  return [
    {
      head: 'Candidate',
      cell: ({ letter, person }) => (
        <>
          <a href={`/panels/${id}/candidates/${letter}/discussion`}>{`Candidate ${letter}`}</a>
          {person ? <small>{` ${person.name ?? 'has left the roster'}, No. ${person.number}`}</small> : null}
        </>
      ),
      names: true,
    },
    {
      head: 'Place by the panel',
      cell: ({ place, sum }) => (place === null || sum === null ? 'not agreed yet' : `${place} (${sum} of 45)`),
    },
    { head: 'On the shortlist', cell: ({ machineRank }) => String(machineRank), numeric: true },
    {
      head: 'Ratings',
      cell: ({ missing, spread }) => {
        const wide = PANEL_CRITERIA.filter((name) => spread[name]?.wide).length;
        if (missing > 0) return `${missing} to come`;
        return wide > 0 ? <Tag tone="warning">{`${wide} of 9 far apart`}</Tag> : <Tag tone="good">Close together</Tag>;
      },
    },
    {
      head: 'Outcome',
      cell: ({ outcome, outcomeReason }) =>
        outcome ? (
          <>
            <Tag tone={OUTCOME_TONES[outcome]}>{OUTCOME_WORDS[outcome]}</Tag> <small>{outcomeReason}</small>
          </>
        ) : (
          'open'
        ),
    },
    ...(shown ? [onRecord] : []),
  ];
}

function Decision({ result: { panel, proposedBy, confirmedBy } }: { result: PanelResult }) {
  return (
    <Card title={panel.state === 'decided' ? 'The decision' : 'The proposal'} tone={panel.state === 'decided' ? 'good' : 'warning'}>
      <Definition
        items={[
          ['Proposed by', proposedBy ?? ''],
          ['Proposed', <Moment value={panel.proposedAt} />],
          ['Confirmed by', confirmedBy ?? 'nobody yet'],
          ...(panel.confirmedAt ? [['Confirmed', <Moment value={panel.confirmedAt} />] as const] : []),
          ['Why the order of the shortlist was turned round', panel.overrideReason || 'It was not.'],
          ['Analysis of a thin recommendation', panel.analysis || 'Not needed.'],
        ]}
      />
    </Card>
  );
}

function DecisionForm({ result: { panel, candidates }, form }: { result: PanelResult; form: Form }) {
  return (
    <Card title="Propose a decision" tone="accent">
      <PostForm form={form} action={`/panels/${panel.id}/decision`}>
        <input type="hidden" name="version" value={panel.version} />
        {candidates.map(({ letter, person }, at) => (
          <fieldset key={letter} class="group">
            <legend>{`Candidate ${letter}${person?.name ? `: ${person.name}` : ''}`}</legend>
            <input type="hidden" name={`outcomes.${at}.letter`} value={letter} />
            <Select
              form={form}
              name={`outcomes.${at}.outcome`}
              label={`Outcome for ${letter}`}
              options={OUTCOMES.map((outcome) => [outcome, OUTCOME_WORDS[outcome]] as const)}
              empty="Choose"
            />
            <TextArea form={form} name={`outcomes.${at}.reason`} label={`Reason for ${letter}`} rows={2} />
          </fieldset>
        ))}
        <TextArea
          form={form}
          name="overrideReason"
          label="Why the order of the shortlist is turned round"
          hint="Needed when somebody further down comes out better than somebody further up."
          optional
        />
        <TextArea
          form={form}
          name="analysis"
          label="Analysis"
          hint="Needed when fewer than two people, or no woman, are selected or in reserve. Sources: UNDP POPP (2017); ST/AI/1999/9 §1.8."
          optional
        />
        <Button>Propose this decision</Button>
      </PostForm>
    </Card>
  );
}

function Confirmation({ result: { panel }, forms }: { result: PanelResult; forms: ResultForms }) {
  return (
    <Card title="You are asked to stand for this decision as the second person" tone="accent">
      <PostForm form={forms.confirmation} action={`/panels/${panel.id}/confirmation`}>
        <input type="hidden" name="version" value={panel.version} />
        <Button>Confirm the decision</Button>
      </PostForm>
      <details open={forms.sendBack.problems.length > 0}>
        <summary>I do not agree</summary>
        <PostForm form={forms.sendBack} action={`/panels/${panel.id}/return`}>
          <input type="hidden" name="version" value={panel.version} />
          <TextArea form={forms.sendBack} name="reason" label="What speaks against it" />
          <Button tone="danger">Send it back</Button>
        </PostForm>
      </details>
    </Card>
  );
}

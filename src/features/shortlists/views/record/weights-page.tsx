import type { FieldProblem } from '../../../../core/errors.js';
import { CRITERIA } from '../../../../core/requirement.js';
import { CRITERION_HINTS, CRITERION_NAMES } from '../../../../web/criteria.js';
import { Button, type Column, ErrorSummary, Field, Form, Note, StackedBar, Table, Tag } from '../../../../web/index.js';
import type { PreviewView } from '../../run-studies.service.js';
import { count, exactText } from '../numbers.js';
import { TOTAL_TOP } from '../shortlist-page.js';
import { rankedColumn } from './ranked-column.js';
import { BackToList } from './run-links.js';

type Row = PreviewView['order'][number];

/** The order under other weights. With htmx it follows the sliders at once; without it the button shows it. Nothing is saved. */
export function WeightsPage({ view, entry, problems }: { view: PreviewView; entry: 'sliders' | 'numbers'; problems?: Form | undefined }) {
  const { run, weights } = view;
  const here = `/shortlists/${run.id}/weights`;
  const form = problems ?? Form.filledWith(weights);
  return (
    <>
      <BackToList run={run} />
      <Note>A trial: nothing is saved and the list stays as it is. To make other weights count, change them on the post.</Note>
      <form
        method="get"
        action={here}
        class="form"
        noValidate
        hx-get={here}
        hx-trigger="input delay:120ms, submit"
        hx-target="#preview"
        hx-select="#preview"
        hx-swap="outerHTML"
      >
        {problems ? <ErrorSummary form={problems} /> : null}
        <input type="hidden" name="entry" value={entry} />
        <div class="filters">
          {CRITERIA.map((criterion) =>
            entry === 'numbers' ? (
              <Field
                key={criterion}
                form={form}
                name={criterion}
                label={CRITERION_NAMES[criterion]}
                hint={CRITERION_HINTS[criterion]}
                type="number"
                min={0}
                max={100}
              />
            ) : (
              <Slider key={criterion} name={criterion} value={Number(form.value(criterion)) || 0} />
            ),
          )}
        </div>
        <div class="row">
          <Button>Show the order</Button>
          {entry === 'numbers' ? <a href={here}>Use sliders instead</a> : <a href={`${here}?entry=numbers`}>Type numbers instead</a>}
        </div>
        <p class="hint">
          Proportions count: amounts that do not sum to 100 are scaled, and what is left by rounding goes to the largest remainders.
        </p>
      </form>
      <Preview view={view} problems={problems} />
    </>
  );
}

function Slider({ name, value }: { name: (typeof CRITERIA)[number]; value: number }) {
  return (
    <div class="field">
      <label for={`f-${name}`}>
        {CRITERION_NAMES[name]} <span class="optional">{`(was ${value})`}</span>
      </label>
      <input type="range" id={`f-${name}`} name={name} min="0" max="100" step="1" value={value} />
    </div>
  );
}

function Preview({ view: { run, weights, order, names }, problems }: { view: PreviewView; problems: Form | undefined }) {
  const columns: readonly Column<Row>[] = [
    rankedColumn({ run, names }),
    { head: 'On the list', cell: (row) => <Moved row={row} /> },
    { head: 'Total of 100', cell: ({ total }) => <strong>{exactText(total)}</strong>, numeric: true },
    {
      head: 'By criterion',
      cell: ({ points, rank }) => (
        <StackedBar
          segments={CRITERIA.map((criterion, at) => ({ label: CRITERION_NAMES[criterion], value: points[at] ?? 0 }))}
          max={TOTAL_TOP}
          label={`Rank ${rank}`}
          legend={false}
          text={exactText}
        />
      ),
    },
  ];
  return (
    <section id="preview" aria-labelledby="order" aria-live="polite">
      <h2 id="order">{problems ? 'The order with the weights of the list' : 'The order with these weights'}</h2>
      {problems ? (
        <Note tone="warning">{['The amounts above cannot be used.', ...problems.problems.map(problemWords)].join(' ')}</Note>
      ) : null}
      <ul class="legend">
        {CRITERIA.filter((criterion) => weights[criterion] > 0 || run.requirement.weights[criterion] > 0).map((criterion) => (
          <li key={criterion}>
            {CRITERION_NAMES[criterion]} <strong>{weights[criterion]}</strong>
            {weights[criterion] === run.requirement.weights[criterion] ? '' : ` (list: ${run.requirement.weights[criterion]})`}
          </li>
        ))}
      </ul>
      <Table
        caption="People in this order"
        columns={columns}
        rows={order}
        keyOf={({ number }) => number}
        empty="Nobody meets every gate."
      />
    </section>
  );
}

function problemWords({ field, message }: FieldProblem): string {
  const criterion = CRITERIA.find((name) => name === field);
  return criterion ? `${CRITERION_NAMES[criterion]}: ${message}` : message;
}

function Moved({ row: { rank, was } }: { row: Row }) {
  if (was === null || was === rank) return <span>same</span>;
  return was > rank ? <Tag tone="good">{`▲ from ${count(was)}`}</Tag> : <Tag tone="warning">{`▼ from ${count(was)}`}</Tag>;
}

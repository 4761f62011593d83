import type { ComponentChildren } from 'preact';
import { GATES, type GateVerdict } from '../../../../core/matching/index.js';
import { CRITERIA } from '../../../../core/requirement.js';
import { CRITERION_NAMES, GATE_NAMES } from '../../../../web/criteria.js';
import { Bar, Button, Card, Choices, type Column, ErrorSummary, type Form, StackedBar, Table, Tag } from '../../../../web/index.js';
import type { ComparisonView } from '../../run-studies.service.js';
import { count, exactText, valueText } from '../numbers.js';
import { PersonName } from '../person.js';
import { TOTAL_TOP } from '../shortlist-page.js';
import { criterionWords, gateWords } from '../wording.js';
import { BackToList } from './run-links.js';

type Person = ComparisonView['people'][number];
type Columns = (cell: (person: Person, row: string) => ComponentChildren) => readonly Column<readonly [row: string, name: string]>[];

/** Two to four people beside each other: gates, values, and what they rest on. */
export function ComparisonPage({ view, form }: { view: ComparisonView; form: Form }) {
  const { run, people, choices, names } = view;
  const columns: Columns = (cell) => [
    { head: 'What', cell: ([, name]) => name, names: true },
    ...people.map((person) => ({
      head: nameOf(person.explanation.number, names),
      cell: ([row]: readonly [string, string]) => cell(person, row),
    })),
  ];
  return (
    <>
      <BackToList run={run} />
      {people.length > 0 ? <SideBySide view={view} columns={columns} /> : null}
      <Card title={people.length > 0 ? 'Compare others' : 'Whom to compare'}>
        <form method="get" class="form" noValidate>
          <ErrorSummary form={form} />
          <Choices
            form={form}
            name="number"
            label="People on the list"
            hint="Two to four of them."
            several
            inline
            options={choices.map(({ number, rank }) => [String(number), `${rank}. ${nameOf(number, names)}`] as const)}
          />
          <Button tone="quiet">Compare side by side</Button>
        </form>
      </Card>
    </>
  );
}

function SideBySide({ view: { run, people, names }, columns }: { view: ComparisonView; columns: Columns }) {
  return (
    <>
      <div class="grid">
        {people.map((person) => (
          <section key={person.explanation.number} class="card">
            <h2>
              <PersonName person={{ number: person.explanation.number, name: names.get(person.explanation.number) ?? null }} />
            </h2>
            <p>{person.rank === null ? 'Not eligible' : `Rank ${count(person.rank)}, ${exactText(person.explanation.total)} of 100`}</p>
            <StackedBar
              segments={person.explanation.criteria.map(({ criterion, points }) => ({ label: CRITERION_NAMES[criterion], value: points }))}
              max={TOTAL_TOP}
              label="Total"
              legend={false}
              text={exactText}
            />
            <a href={`/shortlists/${run.id}/candidates/${person.explanation.number}`}>Open down to the evidence</a>
          </section>
        ))}
      </div>
      <h2>Criteria</h2>
      <Table
        caption="Criteria side by side"
        columns={columns((person, row) => <CriterionCell person={person} row={row} />)}
        rows={CRITERIA.filter((criterion) => run.requirement.weights[criterion] > 0).map(
          (criterion) => [criterion, `${CRITERION_NAMES[criterion]} (weight ${run.requirement.weights[criterion]})`] as const,
        )}
        keyOf={([row]) => row}
      />
      <h2>Gates</h2>
      <Table
        caption="Gates side by side"
        columns={columns((person, row) => <GateCell person={person} row={row} />)}
        rows={GATES.filter((gate) => people.some((person) => verdictOf(person, gate))).map((gate) => [gate, GATE_NAMES[gate]] as const)}
        keyOf={([row]) => row}
      />
    </>
  );
}

function nameOf(number: number, names: ComparisonView['names']): string {
  const name = names.get(number);
  return name ? `${name}, No. ${number}` : `No. ${number}`;
}

function CriterionCell({ person, row }: { person: Person; row: string }) {
  const result = person.explanation.criteria.find(({ criterion }) => criterion === row);
  if (!result) return null;
  return (
    <>
      <Bar value={result.value} max={10_000} label={CRITERION_NAMES[result.criterion]} text={valueText(result.value)} />
      <small>{criterionWords(result)}</small>
    </>
  );
}

function verdictOf({ explanation }: Person, name: string): GateVerdict | undefined {
  return explanation.gates.find(({ gate }) => gate === name);
}

function GateCell({ person, row }: { person: Person; row: string }) {
  const verdict = verdictOf(person, row);
  if (!verdict) return null;
  return (
    <>
      <Tag tone={verdict.met ? 'good' : 'danger'}>{verdict.met ? '✓ Met' : '✗ Not met'}</Tag> <small>{gateWords(verdict)}</small>
    </>
  );
}

import { Card, type Column, Table } from '../../../web/index.js';
import { RULES, type Rule } from '../catalogue.js';

const COLUMNS: readonly Column<Rule>[] = [
  { head: 'Rule', cell: ({ rule }) => rule, names: true },
  { head: 'Number', cell: ({ number }) => number },
  { head: 'Where it stands', cell: ({ source }) => source },
];

/** Every rule with its number and source, made from the tables that the desk computes with. */
export function RulesPage() {
  return (
    <>
      <p class="lead">
        The numbers on this page are the ones that the desk computes with, read from the same tables. Policies of a single post stand with
        the post; how titles of degrees are read stands under <a href="/rules/degrees">names of degrees</a>.
      </p>
      {RULES.map(({ title, rules }) => (
        <Card key={title} title={title}>
          <Table caption={title} columns={COLUMNS} rows={rules} keyOf={({ rule }) => rule} />
        </Card>
      ))}
    </>
  );
}

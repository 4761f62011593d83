import { FUND_SHARES, type PlannedYear, totalsOf } from '../../../core/funding.js';
import { Button, Card, type Column, Field, Form, Money, Note, Table } from '../../../web/index.js';
import { FUNDING_WORDS } from '../../surge/index.js';
import type { FundingFigures } from '../funding.service.js';

const PLAN: readonly Column<PlannedYear>[] = [
  { head: 'Year', names: true, cell: ({ year }) => year },
  {
    head: 'Advisers by year of their post',
    cell: ({ advisers }) => advisers.map((count, age) => `${count} in year ${age + 1}`).join(', '),
  },
  { head: 'In country, in full', numeric: true, cell: ({ inCountryCents }) => <Money cents={inCountryCents} /> },
  { head: 'In country, by the scale', numeric: true, cell: ({ inCountryShareCents }) => <Money cents={inCountryShareCents} /> },
  { head: 'Contingency', numeric: true, cell: ({ contingencyCents }) => <Money cents={contingencyCents} /> },
  { head: 'Regional advisers', numeric: true, cell: ({ regionalCents }) => <Money cents={regionalCents} /> },
  { head: 'Training', numeric: true, cell: ({ trainingCents }) => <Money cents={trainingCents} /> },
  { head: 'Total, in full', numeric: true, cell: (plan) => <Money cents={totalsOf(plan).fullCents} /> },
  { head: 'Total, by the scale', numeric: true, cell: (plan) => <Money cents={totalsOf(plan).shareCents} /> },
];

/** Where money is planned to go, and what the requests of a year ask of each source. */
export function FundingScreen({ figures: { year, plan, asked } }: { figures: FundingFigures }) {
  const used = asked.filter(({ requests }) => requests > 0);
  return (
    <>
      <Card title="The plan of the strategy">
        <p>
          The fund pays {FUND_SHARES.map((share, age) => `${share} % in year ${age + 1}`).join(', ')} of a post; the country team pays the
          rest. The table of the strategy counts posts in full.
        </p>
        <Table caption="The plan by year" rows={plan} keyOf={(one) => one.year} columns={PLAN} />
        <p class="hint">Source: Strategy C.5. Contingency, regional advisers and training stand there for 2012 and 2013 only.</p>
      </Card>
      <Card title={`Surge requests of ${year}, by where the money is to come from`}>
        <form method="get" action="/funding" class="row">
          <Field form={new Form({ year: String(year) })} name="year" label="Year" type="number" min={2000} max={2200} />
          <Button tone="quiet">Show the year</Button>
        </form>
        <Table
          caption="Requests by source of the money"
          rows={used}
          keyOf={({ source }) => source}
          empty={`No request was made in ${year}.`}
          columns={[
            { head: 'Source', names: true, cell: ({ source }) => FUNDING_WORDS[source] },
            { head: 'Requests', numeric: true, cell: ({ requests }) => requests },
            { head: 'Places asked for', numeric: true, cell: ({ places }) => places },
            { head: 'Places filled', numeric: true, cell: ({ filled }) => filled },
          ]}
        />
        <Note>The desk counts requests and places. What a mission costs is kept by the fund itself, so no sum stands here.</Note>
      </Card>
    </>
  );
}

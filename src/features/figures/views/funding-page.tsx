import type { ComponentChildren } from 'preact';
import { FUND_SHARES, type PlannedYear, totalsOf } from '../../../core/funding.js';
import { Button, Card, Field, Form, Money, Note, Table } from '../../../web/index.js';
import { FUNDING_WORDS } from '../../surge/index.js';
import type { FundingFigures } from '../funding.service.js';

/** A line of the plan over the years, as the table of the strategy has them. */
interface Line {
  readonly name: string;
  readonly of: (plan: PlannedYear) => ComponentChildren;
}

const LINES: readonly Line[] = [
  { name: 'Advisers in country', of: ({ advisers }) => advisers.reduce((sum, count) => sum + count, 0) },
  ...FUND_SHARES.map((share, age) => ({
    name: `… in year ${age + 1} of their post, of which the fund pays ${share} %`,
    of: ({ advisers }: PlannedYear) => advisers[age] ?? 0,
  })),
  { name: 'In country, in full', of: ({ inCountryCents }) => <Money cents={inCountryCents} /> },
  { name: 'In country, by the scale', of: ({ inCountryShareCents }) => <Money cents={inCountryShareCents} /> },
  { name: 'Contingency support', of: ({ contingencyCents }) => <Money cents={contingencyCents} /> },
  { name: 'Regional advisers', of: ({ regionalCents }) => <Money cents={regionalCents} /> },
  { name: 'Training and knowledge', of: ({ trainingCents }) => <Money cents={trainingCents} /> },
  { name: 'Total, in full', of: (plan) => <Money cents={totalsOf(plan).fullCents} /> },
  { name: 'Total, by the scale', of: (plan) => <Money cents={totalsOf(plan).shareCents} /> },
];

/** Where money is planned to go, and what the requests of a year ask of each source. */
export function FundingScreen({ figures: { year, plan, asked } }: { figures: FundingFigures }) {
  const used = asked.filter(({ requests }) => requests > 0);
  return (
    <>
      <Card title="The plan of the strategy">
        <p>
          The fund pays {FUND_SHARES.map((share, age) => `${share} % in year ${age + 1}`).join(', ')} of a post; the country team pays the
          rest.
        </p>
        <Table
          caption="The plan by year"
          rows={LINES}
          keyOf={({ name }) => name}
          columns={[
            { head: 'In US$', names: true, cell: ({ name }) => name },
            ...plan.map((one) => ({ head: String(one.year), numeric: true, cell: ({ of }: Line) => of(one) })),
          ]}
        />
        <p class="hint">
          Source: Strategy C.5, which plans these two years. Its table counts posts in full; the lines by the scale follow from its shares.
        </p>
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

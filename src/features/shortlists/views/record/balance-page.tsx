import { type Composition, FOUR_FIFTHS, type GroupBalance, SMALL_GROUP, SMALL_SAMPLE, SMALL_SHARE } from '../../../../core/balance.js';
import { Card, type Column, Note, Table, Tag } from '../../../../web/index.js';
import type { BalanceView } from '../../run-studies.service.js';
import { count, counted, valueText } from '../numbers.js';
import { BackToList } from './run-links.js';

const GENDER_NAMES: Readonly<Record<string, string>> = {
  female: 'Women',
  male: 'Men',
  other: 'Other',
  'not-stated': 'Not stated',
};

/** Who is represented how, apart from every score. */
export function BalancePage({ view }: { view: BalanceView }) {
  return (
    <>
      <BackToList run={view.run} />
      <BalanceTables view={view} />
    </>
  );
}

/** The two compositions with their warnings; also part of the report. */
export function BalanceTables({ view: { run, gender, region } }: { view: BalanceView }) {
  return (
    <>
      <Note>
        Balance is never part of a score, and it is no finding about anybody. It asks the people who decide to look at where the list comes
        from.
      </Note>
      <Dimension title="By gender" composition={gender} nameOf={(group) => GENDER_NAMES[group] ?? group} listed={run.size} />
      <Dimension title="By region of nationality" composition={region} nameOf={(group) => group} listed={run.size} />
      <p class="hint">
        {`Rate = how many of a group take the step; impact ratio = rate ÷ the best rate of any group. Below ${valueText(FOUR_FIFTHS)} % (four fifths) a ratio is flagged. Groups with fewer than ${SMALL_GROUP} people among all considered are shown together, with the next larger one where needed; groups under ${SMALL_SHARE} % have no ratio. Regions: UN geographic scheme (M49).`}
      </p>
    </>
  );
}

function Dimension<G extends string>({
  title,
  composition,
  nameOf,
  listed,
}: {
  title: string;
  composition: Composition<G>;
  nameOf: (group: G) => string;
  listed: number;
}) {
  const { groups, totals, smallSamples } = composition;
  const columns: readonly Column<GroupBalance<G>>[] = [
    { head: 'Group', cell: (row) => row.groups.map(nameOf).join(' and '), names: true },
    { head: 'Considered', cell: ({ counts }) => part(counts.considered, totals.considered), numeric: true },
    { head: 'Eligible', cell: ({ counts }) => part(counts.eligible, totals.eligible), numeric: true },
    { head: 'Impact ratio', cell: ({ impact }) => <Ratio value={impact.eligible} />, numeric: true },
    { head: `On the list (first ${count(listed)})`, cell: ({ counts }) => part(counts.listed, totals.listed), numeric: true },
    { head: 'Its impact ratio', cell: ({ impact }) => <Ratio value={impact.listed} />, numeric: true },
  ];
  return (
    <Card title={title}>
      {smallSamples.length > 0 ? (
        <Note tone="warning">
          {`Too few people for rates to say much: ${smallSamples
            .map((step) =>
              step === 'eligible'
                ? `${counted(totals.considered, 'person', 'people')} considered`
                : `${counted(totals.eligible, 'person', 'people')} eligible`,
            )
            .join(', ')}; at least ${SMALL_SAMPLE} would be needed.`}
        </Note>
      ) : null}
      <Table caption={title} columns={columns} rows={groups} keyOf={(row) => row.groups.join()} empty="Nobody was considered." />
    </Card>
  );
}

function Ratio({ value }: { value: number | null }) {
  if (value === null) return <span>too small</span>;
  return value < FOUR_FIFTHS ? <Tag tone="warning">{`${valueText(value)} % ▼`}</Tag> : <span>{`${valueText(value)} %`}</span>;
}

/** A count with its share in per cent, rounded half up to one decimal in whole numbers. */
function part(some: number, all: number): string {
  if (all === 0) return '0';
  const tenths = Math.floor((2000 * some + all) / (2 * all));
  return `${count(some)} (${Math.floor(tenths / 10)}.${tenths % 10} %)`;
}

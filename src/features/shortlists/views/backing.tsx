import type { Explanation } from '../../../core/matching/index.js';
import { CRITERION_NAMES } from '../../../web/criteria.js';
import { Card, type Column, Note, Table } from '../../../web/index.js';
import { exactText, valueText } from './numbers.js';

type Result = Explanation['criteria'][number];

/** Runs of rubrics before 2026.2 were not worked out as claimed and as verified. */
function isWorkedOut({ verifiedTotal }: Partial<Explanation>): boolean {
  return verifiedTotal !== undefined;
}

/** Beside a total in a list: what verified claims alone give, and what all claims give where that is not the total. */
export function BackingLine({ explanation }: { explanation: Explanation }) {
  if (!isWorkedOut(explanation)) return null;
  const { total, claimedTotal, verifiedTotal, eligibleAsVerified } = explanation;
  return (
    <span class="hint">
      {claimedTotal === total ? null : ` ${exactText(claimedTotal)} as claimed;`}
      {` ${exactText(verifiedTotal)} as verified`}
      {eligibleAsVerified ? '' : ', some gates met by self-declared claims only'}
    </span>
  );
}

const COLUMNS: readonly Column<Result>[] = [
  { head: 'Criterion', cell: ({ criterion }) => CRITERION_NAMES[criterion], names: true },
  { head: 'Weight', cell: ({ weight }) => String(weight), numeric: true },
  { head: 'As claimed', cell: ({ claimed }) => valueText(claimed), numeric: true },
  { head: 'As verified', cell: ({ verified }) => valueText(verified), numeric: true },
  { head: 'What counts', cell: ({ value }) => valueText(value), numeric: true },
];

/** A candidate's score as claimed and as verified, criterion by criterion. */
export function Backing({ explanation }: { explanation: Explanation }) {
  if (!isWorkedOut(explanation)) return null;
  const { total, claimedTotal, verifiedTotal, eligibleAsVerified, criteria } = explanation;
  return (
    <Card title="As claimed and as verified">
      <p>
        {`All claims in full give ${exactText(claimedTotal)}, verified and panel-assessed claims alone give ${exactText(verifiedTotal)}. `}
        {total === claimedTotal
          ? 'On this post every claim counts in full.'
          : `By the worth that this post gives to claims, ${exactText(total)} count.`}
      </p>
      {eligibleAsVerified ? null : (
        <Note tone="warning">Verified claims alone would not meet every gate. Gates are met by claims, whatever their status.</Note>
      )}
      <Table caption="Values of 100, by how far claims are backed" columns={COLUMNS} rows={criteria} keyOf={({ criterion }) => criterion} />
    </Card>
  );
}

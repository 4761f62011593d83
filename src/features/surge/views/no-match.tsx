import type { Relief } from '../../../core/matching/index.js';
import { GATE_NAMES } from '../../../web/criteria.js';
import { type Column, Moment, Note, Table } from '../../../web/index.js';
import type { NoMatch, Proposal } from '../services/surge-proposals.service.js';
import { peopleText, reliefText } from './offer-words.js';

const COLUMNS: readonly Column<Relief>[] = [
  { head: 'Without this requirement', names: true, cell: reliefText },
  { head: 'Would meet the rest', numeric: true, cell: (relief) => relief.eligible.toLocaleString('en-US') },
  { head: 'Of those free and not asked', numeric: true, cell: (relief) => relief.free.toLocaleString('en-US') },
];

/** The state in which nobody can be proposed: what excludes most, and what relaxing each requirement would give. */
export function NoMatchNote({ proposal, noMatch, since }: { proposal: Proposal; noMatch: NoMatch; since: string | null }) {
  const { excludesMost, notFree, asked, reliefs } = noMatch;
  return (
    <Note tone="warning">
      <p>
        <strong>Nobody matches now.</strong> The request is kept, and the desk is told once when somebody does.
        {since ? (
          <>
            {' '}
            So since <Moment value={since} />.
          </>
        ) : null}
      </p>
      {excludesMost ? (
        <p>
          The requirement that excludes most: <strong>{GATE_NAMES[excludesMost]}</strong>, {peopleText(proposal.unmetByGate[excludesMost])}{' '}
          of {proposal.considered.toLocaleString('en-US')}.
        </p>
      ) : null}
      {notFree > 0 ? <p>{peopleText(notFree)} meet every requirement, but are not free on all days.</p> : null}
      {asked > 0 ? <p>{peopleText(asked)} meet every requirement and were asked already.</p> : null}
      {reliefs.length > 0 ? (
        <Table caption="What relaxing each requirement would give" columns={COLUMNS} rows={reliefs} keyOf={reliefText} />
      ) : null}
    </Note>
  );
}

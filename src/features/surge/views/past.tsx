import { ButtonLink, type Column, Day, Moment, Table, Tag } from '../../../web/index.js';
import type { PastLine, PastPage } from '../surge-view.dto.js';
import { countryText } from './desk-words.js';
import { STATE_TONES, STATE_WORDS } from './words.js';

const COLUMNS: readonly Column<PastLine>[] = [
  { head: 'Request', names: true, cell: (past) => <a href={`/surge/${past.id}`}>{past.reference}</a> },
  { head: 'Country', cell: (past) => countryText(past.country) },
  { head: 'State', cell: (past) => <Tag tone={STATE_TONES[past.state]}>{STATE_WORDS[past.state]}</Tag> },
  {
    head: 'Dates',
    cell: (past) => (
      <span>
        <Day value={past.startsOn} /> to <Day value={past.endsOn} />
      </span>
    ),
  },
  { head: 'Left the queue', cell: (past) => <Moment value={past.stoppedAt} /> },
];

/** Missions that run and requests that are over, by pages, so that they never slow the queue. */
export function PastRequests({ found, older }: { found: PastPage; older: boolean }) {
  return (
    <>
      <p>
        <a href="/surge">Back to the queue</a>
      </p>
      <Table
        caption="Missions and past requests"
        columns={COLUMNS}
        rows={found.requests}
        keyOf={(past) => past.id}
        empty="Nobody has been deployed and no request is over yet."
      />
      <nav class="pages" aria-label="Pages of the list">
        {older ? <ButtonLink href="/surge/past">Newest</ButtonLink> : null}
        {found.next ? <ButtonLink href={`/surge/past?before=${encodeURIComponent(found.next)}`}>Older</ButtonLink> : null}
      </nav>
    </>
  );
}

import { type Column, Moment, Table, Tag, type Tone } from '../../../web/components/index.js';
import type { NoticeFailure } from '../notice.entity.js';
import type { LedgerLine } from '../notice-ledger.service.js';

/** What a failure means and what to do about it. */
export function failureText(failure: NoticeFailure): string {
  if (failure === 'recipient-gone') return 'There is nobody to write to any more.';
  if (failure === 'attempts-used-up') return 'The mail server could not be reached in all attempts. Send it again when it works.';
  if (failure === 'no-address') return 'The address cannot be written to. Correct it in the record, then send again.';
  return `The mail server refused the address for good (reply ${failure.slice('smtp-'.length)}). Correct it in the record, then send again.`;
}

/** As far as the mail server tells. */
function stateOf(line: LedgerLine): readonly [Tone, string] {
  if (line.late) return ['warning', 'Due, but not sent'];
  switch (line.state) {
    case 'expected':
      return ['accent', 'Expected'];
    case 'queued':
      return ['accent', 'Queued'];
    case 'sent':
      return ['good', line.serverReply === null ? 'Written as a file' : 'Accepted by the server'];
    case 'failed':
      return ['danger', line.failure?.startsWith('smtp-') ? 'Bounced' : 'Failed'];
    case 'cancelled':
      return ['neutral', 'Not needed any more'];
  }
}

function State({ line }: { line: LedgerLine }) {
  const [tone, words] = stateOf(line);
  return (
    <>
      <Tag tone={tone}>{words}</Tag>
      {line.attempts > 1 ? <p class="hint">{line.attempts} attempts</p> : null}
      {line.failure ? <p class="hint">{failureText(line.failure)}</p> : null}
      {line.gathered ? (
        <p class="hint">{line.state === 'sent' ? 'Gathered with others in one mail' : 'Waits for the mail of the morning'}</p>
      ) : null}
    </>
  );
}

/** With the moment on which it is to leave when that is another one. */
function Expected({ line }: { line: LedgerLine }) {
  return (
    <>
      <Moment value={line.expectedAt} />
      {line.dueAt > line.expectedAt ? (
        <p class="hint">
          due <Moment value={line.dueAt} />
        </p>
      ) : null}
    </>
  );
}

/** Who is told, as far as the reader may know it. */
function recipientText(line: LedgerLine): string {
  return line.recipient ?? (line.recipientKind === 'expert' ? 'An expert' : 'A colleague');
}

const COLUMNS: readonly Column<LedgerLine>[] = [
  { head: 'To', cell: recipientText, names: true },
  { head: 'Why', cell: (line) => (line.subjectUrl ? <a href={line.subjectUrl}>{line.title}</a> : line.title) },
  { head: 'State', cell: (line) => <State line={line} /> },
  { head: 'Expected', cell: (line) => <Expected line={line} /> },
  { head: 'Sent', cell: (line) => <Moment value={line.sentAt} /> },
];

/** Notices as a table, for the ledger and for the page of their subject. `action` fills a last column. */
export function NoticeList({
  lines,
  action,
  empty = 'Nobody had to be told anything yet.',
}: {
  lines: readonly LedgerLine[];
  action?: Column<LedgerLine>;
  empty?: string;
}) {
  return (
    <Table
      caption="Who was told what, and when"
      columns={action ? [...COLUMNS, action] : COLUMNS}
      rows={lines}
      keyOf={(line) => line.id}
      empty={empty}
    />
  );
}

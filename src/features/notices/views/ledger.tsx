import { Button, Definition, Note, Pagination, Select } from '../../../web/components/index.js';
import { Form } from '../../../web/index.js';
import type { LedgerFilter, LedgerLine, LedgerPage } from '../notice-ledger.service.js';
import { NoticeList } from './notice-list.js';

const STATE_FILTER = { expected: 'Expected', queued: 'Queued', sent: 'Sent', failed: 'Failed', cancelled: 'Not needed any more' } as const;

/** The ledger of notices: what went wrong on top, then every notice, newest first. */
export function Ledger({ found, filter, mayResend }: { found: LedgerPage; filter: LedgerFilter; mayResend: boolean }) {
  const resendable = mayResend && found.lines.some((line) => line.state === 'failed');
  return (
    <>
      <Alarm late={found.late} failed={found.failed} />
      <form method="get" action="/notices" class="filters">
        <Select
          form={new Form({ state: filter.state ?? '' })}
          name="state"
          label="State"
          options={STATE_FILTER}
          empty="Every state"
          optional
        />
        {filter.subjectId ? <input type="hidden" name="subjectId" value={filter.subjectId} /> : null}
        <div class="field">
          <Button tone="quiet">Filter</Button>
        </div>
      </form>
      {filter.subjectId || filter.late ? (
        <p>
          {filter.late ? 'Only late notices are shown.' : 'Only notices about one subject are shown.'}{' '}
          <a href="/notices">Show all notices</a>
        </p>
      ) : null}
      <NoticeList
        lines={found.lines}
        action={resendable ? { head: 'Action', cell: resend } : undefined}
        empty="No notice fits this filter."
      />
      <Meaning />
      <Pagination page={found.page} pageSize={found.pageSize} total={found.total} hrefOf={(page) => addressOf({ ...filter, page })} />
    </>
  );
}

/** Stands out when somebody was not told what they should know. */
function Alarm({ late, failed }: { late: number; failed: number }) {
  if (late === 0 && failed === 0) return <Note tone="good">Every notice that was due has left.</Note>;
  return (
    <Note tone="danger">
      {late > 0 ? (
        <p>
          <a href={addressOf({ late: 'yes' })}>{countText(late)} due for more than ten minutes, but not sent.</a>
        </p>
      ) : null}
      {failed > 0 ? (
        <p>
          <a href={addressOf({ state: 'failed' })}>{countText(failed)} failed. Somebody has to look.</a>
        </p>
      ) : null}
    </Note>
  );
}

/** How far the ledger can know. */
const MEANINGS = [
  ['Expected, queued', 'Somebody is to be told. Queued: it waits for the mail server, for its turn, or for the morning of its reader.'],
  [
    'Accepted by the server',
    'The mail server answered with 250 and is now responsible for it. Reports that it sends later by mail are not read here, so a mail can still come back to the address of the sender.',
  ],
  ['Bounced, failed', 'The server refused it for good, or it was given up. It can be sent again.'],
  ['Opened', 'Is not known and never will be: the mails load nothing and report nothing.'],
] as const;

function Meaning() {
  return (
    <details>
      <summary>What the states mean</summary>
      <Definition items={MEANINGS} />
    </details>
  );
}

function countText(count: number): string {
  return count === 1 ? 'One notice' : `${count} notices`;
}

function resend(line: LedgerLine) {
  if (line.state !== 'failed') return null;
  return (
    <form method="post" action={`/notices/${line.id}/resend`}>
      <Button tone="quiet">Send again</Button>
    </form>
  );
}

function addressOf(filter: LedgerFilter): string {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  return `/notices?${query.toString()}`;
}

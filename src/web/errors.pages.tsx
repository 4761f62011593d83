import { Get } from '@nestjs/common';
import type { Actor } from '../core/access.js';
import { ERRORS, type ErrorCode } from '../core/errors.js';
import { Me, Public, statusOf } from '../platform/http/index.js';
import { Table } from './components/index.js';
import { type Page, page } from './page.js';
import { Pages } from './pages.js';

/** Where the `type` of a problem leads: `/errors#surge.not-open`. */
@Pages('errors')
@Public()
export class ErrorsPages {
  @Get()
  catalogue(@Me() me: Actor | null): Page {
    return page({ title: 'What refusals mean', me }, <Catalogue />);
  }
}

function Catalogue() {
  return (
    <>
      <p class="lead">Every refusal of this service has a code that stays the same, and a sentence that says what to do this time.</p>
      <Table
        caption="Codes"
        rows={Object.keys(ERRORS) as ErrorCode[]}
        keyOf={(code) => code}
        empty="There are no codes."
        columns={[
          { head: 'Code', cell: (code) => <code id={code}>{code}</code>, names: true },
          { head: 'Status', cell: (code) => statusOf(code), numeric: true },
          { head: 'Meaning', cell: (code) => ERRORS[code].title },
        ]}
      />
    </>
  );
}

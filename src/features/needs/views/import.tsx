import { THEMES } from '../../../core/themes.js';
import type { RowProblemKind } from '../../../core/upr.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { Button, ButtonLink, Card, Definition, Note, Table } from '../../../web/index.js';
import type { NamedProblem, NeedsImportReport, RecognisedName } from '../import/import-report.js';
import { recommendationsText } from './wording.js';

const PROBLEM_TEXTS: Readonly<Record<RowProblemKind, string>> = {
  'cell-count': 'The row has another number of cells than the first line',
  'unknown-country': 'No country is called so',
  'unknown-issue': 'Not one of the 54 issues; it counts as “Other”, which carries no weight',
  'no-issue': 'The row names no issue',
  'unknown-response': 'Neither Accepted nor Noted',
  'bad-action': 'Not an action category from 1 to 5',
  'bad-session': 'Not a session from 1 to 200',
};
/** More wordings than this are not listed; a page must stay readable. */
const PROBLEMS_SHOWN = 200;

export function ImportForm({ problem }: { problem: string | undefined }) {
  return (
    <Card title="Hand in files">
      {problem === undefined ? null : (
        <div class="summary" role="alert">
          <h2>{problem}</h2>
        </div>
      )}
      <p>
        Recommendations of the Universal Periodic Review as they are published, with the columns To, Response, Action, Issue and Session, or
        as files of later sessions call them. Commas, semicolons or tabs, any encoding and any order of columns will do.
      </p>
      <p>Every review that the files hold replaces what was known of it. Rows that cannot be read keep everything from being imported.</p>
      <form method="post" action="/needs/import" encType="multipart/form-data">
        <div class="field">
          <label for="f-files">CSV files</label>
          <input id="f-files" name="files" type="file" accept=".csv,text/csv" multiple required />
        </div>
        <div class="row">
          <Button>Import the files</Button>
          <Button tone="quiet" formaction="/needs/import?partial=true">
            Import, leaving out rows that cannot be read
          </Button>
        </div>
      </form>
    </Card>
  );
}

export function ImportOutcome({ report }: { report: NeedsImportReport }) {
  return (
    <>
      {report.imported ? (
        <Note tone="good">{`${recommendationsText(report.recommendations)} to ${report.countries} ${report.countries === 1 ? 'country was' : 'countries were'} imported.`}</Note>
      ) : (
        <div class="summary" role="alert">
          <h2>
            Nothing was imported, because {report.rejected === 1 ? 'a row' : `${report.rejected.toLocaleString('en-US')} rows`} cannot be
            read.
          </h2>
        </div>
      )}
      <Definition
        items={[
          ['Rows', report.rows.toLocaleString('en-US')],
          ['Cannot be read', report.rejected.toLocaleString('en-US')],
          ['In two files, counted once', report.repeated.toLocaleString('en-US')],
          ['Reviews', report.reviews],
          ['Of these known before', report.replaced.length],
          ['Newest session known', report.newestSession ?? '–'],
        ]}
      />
      {report.problems.length > 0 ? <Problems problems={report.problems} /> : null}
      {report.recognised.length > 0 ? <Recognised names={report.recognised} /> : null}
      <div class="row">
        <ButtonLink href="/needs">To the needs</ButtonLink>
        <ButtonLink href="/needs/import">Hand in other files</ButtonLink>
      </div>
    </>
  );
}

/** A rename is nothing wrong, but nothing is taken for something else in silence. */
function Recognised({ names }: { names: readonly RecognisedName[] }) {
  return (
    <Card title="Read under another name">
      <Table
        caption="Names in the files that are not the present ones"
        rows={names.slice(0, PROBLEMS_SHOWN)}
        keyOf={({ column, value }) => `${column} ${value}`}
        columns={[
          { head: 'In the file', names: true, cell: ({ value }) => value },
          { head: 'Read as', cell: (name) => ('country' in name ? countryName(name.country) : THEMES[name.theme]) },
          { head: 'Rows', numeric: true, cell: ({ count }) => count.toLocaleString('en-US') },
        ]}
      />
    </Card>
  );
}

function Problems({ problems }: { problems: readonly NamedProblem[] }) {
  return (
    <Card title="What needs a look">
      {problems.length > PROBLEMS_SHOWN ? (
        <Note tone="warning">
          Only the first {PROBLEMS_SHOWN} of {problems.length.toLocaleString('en-US')} are listed.
        </Note>
      ) : null}
      <Table
        caption="What needs a look, by wording"
        rows={problems.slice(0, PROBLEMS_SHOWN)}
        keyOf={({ kind, value }) => `${kind} ${value}`}
        columns={[
          { head: 'Wording', names: true, cell: ({ value }) => value || '(empty)' },
          { head: 'Column', cell: ({ column }) => column ?? '–' },
          { head: 'What it is', cell: ({ kind }) => PROBLEM_TEXTS[kind] },
          { head: 'Rows', numeric: true, cell: ({ count }) => count.toLocaleString('en-US') },
          { head: 'First lines', cell: ({ lines }) => lines.map(({ file, line }) => `${file}, line ${line}`).join('; ') },
        ]}
      />
    </Card>
  );
}

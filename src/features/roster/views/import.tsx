import { IMPORT_LIMITS, ROSTER_COLUMNS } from '../../../core/roster-csv.js';
import { Bar, Button, ButtonLink, Card, Definition, Moment, Note, Table, Tag } from '../../../web/index.js';
import type { RosterImportEntity } from '../roster.entity.js';
import { counted, IMPORT_STATES_TOLD } from './wording.js';

const count = (value: number) => value.toLocaleString('en-US');

/** Hands in a file; below it the latest ones. */
export function Imports({ latest, problem }: { latest: readonly RosterImportEntity[]; problem?: string }) {
  return (
    <>
      <Card title="Hand in a file">
        {problem ? (
          <div class="summary" role="alert">
            <h2>{problem}</h2>
          </div>
        ) : null}
        <p>A CSV file in UTF-8 with one expert in each row. It is checked first; nothing is imported before you have seen the result.</p>
        <form method="post" action="/roster/import" encType="multipart/form-data">
          <div class="field">
            <label for="f-file">File</label>
            <p class="hint" id="f-file-hint">
              At most {IMPORT_LIMITS.fileBytes / 1_000_000} MB and {count(IMPORT_LIMITS.rows)} rows; a cell may have{' '}
              {count(IMPORT_LIMITS.cellCharacters)} characters.
            </p>
            <input id="f-file" name="file" type="file" accept=".csv,text/csv" aria-describedby="f-file-hint" required />
          </div>
          <Button>Check the file</Button>
        </form>
        <details>
          <summary>Columns of the file</summary>
          <p>
            {ROSTER_COLUMNS.map((column) => (
              <>
                <code>{column}</code>{' '}
              </>
            ))}
          </p>
          <p class="hint">How to write several things into one cell is described in docs/import.md.</p>
        </details>
      </Card>
      <Card title="Latest imports">
        <Table
          caption="Latest imports"
          rows={latest}
          keyOf={({ id }) => id}
          empty="No file was handed in yet."
          columns={[
            {
              head: 'Handed in',
              names: true,
              cell: ({ id, requestedAt }) => (
                <a href={`/roster/import/${id}`}>
                  <Moment value={requestedAt} />
                </a>
              ),
            },
            { head: 'State', cell: ({ state }) => <State state={state} /> },
            { head: 'Rows', cell: ({ rowsRead }) => count(rowsRead), numeric: true },
            { head: 'Bad', cell: ({ rowsBad }) => count(rowsBad), numeric: true },
            { head: 'Imported', cell: ({ rowsImported }) => count(rowsImported), numeric: true },
          ]}
        />
      </Card>
    </>
  );
}

function State({ state }: Pick<RosterImportEntity, 'state'>) {
  const [tone, text] = IMPORT_STATES_TOLD[state];
  return <Tag tone={tone}>{text}</Tag>;
}

/** Where an import stands; reloads by itself while it moves. */
export function ImportStatus({ found }: { found: RosterImportEntity }) {
  const { state, rowsRead, rowsGood, rowsBad, rowsImported, bytesDone, bytesTotal } = found;
  const moving = isMoving(found);
  return (
    <>
      <Card title="State" actions={<State state={state} />}>
        {moving ? (
          <>
            <p role="status">{told(found)}</p>
            <Bar
              value={bytesDone}
              max={Math.max(1, bytesTotal)}
              label="Bytes read"
              text={`${Math.floor((100 * bytesDone) / Math.max(1, bytesTotal))} %`}
            />
            <p class="hint">The page loads itself again every two seconds. You can leave it; the import goes on.</p>
          </>
        ) : (
          <p>{told(found)}</p>
        )}
        <Definition
          items={[
            ['Rows read', count(rowsRead)],
            ['Good', moving ? '–' : count(rowsGood)],
            ['Bad', moving ? '–' : count(rowsBad)],
            ['Imported', count(rowsImported)],
          ]}
        />
        {state === 'checked' ? <Confirm found={found} /> : null}
        {state === 'imported' ? <ButtonLink href="/roster">To the roster</ButtonLink> : null}
      </Card>
      {found.problems.length > 0 ? <Problems found={found} /> : null}
      <p>
        <ButtonLink href="/roster/import">Hand in another file</ButtonLink>
      </p>
    </>
  );
}

/** Whether the page has something new to show soon. */
export function isMoving({ state }: Pick<RosterImportEntity, 'state'>): boolean {
  return state === 'waiting' || state === 'checking' || state === 'importing';
}

function told({ state, rowsGood, rowsBad, rowsImported }: RosterImportEntity): string {
  switch (state) {
    case 'waiting':
      return 'The file waits for its turn.';
    case 'checking':
      return 'The file is being checked. Nothing has been imported yet.';
    case 'checked':
      return rowsBad === 0
        ? `No row is bad. Import ${counted(rowsGood, 'expert')} now?`
        : `${counted(rowsBad, 'row is', 'rows are')} bad. Correct the file and hand it in again, or import only ${counted(rowsGood, 'good row')}.`;
    case 'importing':
      return 'The rows are being imported, some hundred at a time. Those that are in can be found already.';
    case 'imported':
      return `${counted(rowsImported, 'expert was', 'experts were')} imported.`;
    case 'refused':
      return 'The file cannot be imported, and nothing was. Correct what is listed below and hand it in again.';
    case 'failed':
      return rowsImported === 0
        ? 'The import did not come to its end, and nothing was imported. Hand the file in again.'
        : `The import did not come to its end: ${counted(rowsImported, 'expert was', 'experts were')} imported. Hand the file in again; the check names those who are in, and imports the rest.`;
    case 'discarded':
      return 'The file was thrown away without being imported.';
  }
}

function Confirm({ found: { id, rowsGood, rowsBad } }: { found: RosterImportEntity }) {
  return (
    <form method="post" action={`/roster/import/${id}/confirm`} class="row">
      {rowsBad > 0 ? <input type="hidden" name="partial" value="true" /> : null}
      <Button>{rowsBad === 0 ? `Import ${counted(rowsGood, 'expert')}` : `Import only ${counted(rowsGood, 'good row')}`}</Button>
      <Button tone="danger" formaction={`/roster/import/${id}/discard`}>
        Throw the file away
      </Button>
    </form>
  );
}

function Problems({ found: { problems } }: { found: RosterImportEntity }) {
  return (
    <Card title="What is wrong" tone="danger">
      {problems.length >= IMPORT_LIMITS.problemsShown ? (
        <Note tone="warning">Only the first {IMPORT_LIMITS.problemsShown} problems are listed.</Note>
      ) : null}
      <Table
        caption="Problems by line and column"
        rows={problems}
        keyOf={({ line, column, reason }) => `${line}/${column}/${reason}`}
        columns={[
          { head: 'Line', cell: ({ line }) => line, numeric: true },
          { head: 'Column', names: true, cell: ({ column }) => <code>{column}</code> },
          { head: 'What to do', cell: ({ reason }) => reason },
        ]}
      />
    </Card>
  );
}

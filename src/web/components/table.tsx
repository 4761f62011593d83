import type { ComponentChildren } from 'preact';

/** One column: its heading and how a row fills it. */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers stand flush so that they can be compared. */
  readonly numeric?: boolean;
  /** The cell that names the row; one column, as a rule the first. */
  readonly names?: boolean;
}

/**
 * Rows under headings; on a phone each row becomes a card with the headings as labels. The roles are written out, because
 * styling a table as blocks takes its meaning from it. `caption` is read out; without rows `empty` stands instead.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
  empty = 'Nothing here yet.',
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  empty?: ComponentChildren;
}) {
  if (rows.length === 0) return <p class="empty">{empty}</p>;
  return (
    <div class="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table role="table">
        <caption class="unseen">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.head} role="columnheader" scope="col" class={column.numeric ? 'number' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.head} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const style = column.numeric ? 'number' : undefined;
  if (column.names)
    return (
      <th role="rowheader" scope="row" class={style} data-label={column.head}>
        {column.cell(row)}
      </th>
    );
  return (
    <td role="cell" class={style} data-label={column.head}>
      <div>{column.cell(row)}</div>
    </td>
  );
}

/** Where one is in a long list. `hrefOf` keeps the filters of the page. Nothing when everything fits on one page. */
export function Pagination({
  page,
  pageSize,
  total,
  hrefOf,
}: {
  page: number /* from 1 */;
  pageSize: number;
  total: number;
  hrefOf: (page: number) => string;
}) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return null;
  return (
    <nav class="pages" aria-label="Pages of the list">
      {page > 1 ? (
        <a class="button quiet" href={hrefOf(page - 1)} rel="prev">
          Previous
        </a>
      ) : null}
      <span>{`Page ${page} of ${last} · ${total.toLocaleString('en-US')} in all`}</span>
      {page < last ? (
        <a class="button quiet" href={hrefOf(page + 1)} rel="next">
          Next
        </a>
      ) : null}
    </nav>
  );
}

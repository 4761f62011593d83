import { PANEL_CRITERIA } from '../../../core/panel.js';
import { type Column, Empty, Table } from '../../../web/index.js';
import type { GivenRating } from '../panel-view.js';
import { PANEL_CRITERION_NAMES } from './words.js';

type Row = (typeof PANEL_CRITERIA)[number];

/** Ratings beside each other, one column for each member; `more` adds columns. */
export function GivenRatings({ ratings, more = [] }: { ratings: readonly GivenRating[]; more?: readonly Column<Row>[] }) {
  if (ratings.length === 0) return <Empty>Nobody has handed in a rating yet.</Empty>;
  return (
    <>
      <Table
        caption="Ratings by criterion and member"
        rows={PANEL_CRITERIA}
        keyOf={(name) => name}
        columns={[
          { head: 'Criterion', cell: (name) => PANEL_CRITERION_NAMES[name], names: true },
          ...ratings.map(
            ({ name: member, scores, notes }): Column<Row> => ({
              head: member,
              cell: (name) => (
                <>
                  {String(scores[name] ?? '–')}
                  {notes[name] ? <small>{` ${notes[name]}`}</small> : null}
                </>
              ),
            }),
          ),
          ...more,
        ]}
      />
      <ul class="plain">
        {ratings.map(({ accountId, name, comment }) => (
          <li key={accountId}>
            <strong>{`${name}:`}</strong> {comment}
          </li>
        ))}
      </ul>
    </>
  );
}

import type { NeedSummary } from '../../../core/needs.js';
import { THEMES } from '../../../core/themes.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { Button, ButtonLink, Field, Form, Pagination, Table, Tag } from '../../../web/index.js';
import { FLAG_NAMES, SOURCE_NAMES } from './wording.js';

/** One page of countries. */
export interface NeedsPage {
  readonly needs: readonly NeedSummary[];
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  /** The part of a name that was searched for; empty without a search. */
  readonly search: string;
}

export function NeedsList({ found, mayEdit }: { found: NeedsPage; mayEdit: boolean }) {
  const { needs, page, pageSize, total, search } = found;
  return (
    <>
      <p class="lead">
        What each country asks for, by theme: computed from the recommendations of the Universal Periodic Review, corrected and completed by
        people.
      </p>
      <form method="get" action="/needs" class="filters">
        <Field
          form={new Form({ country: search })}
          name="country"
          label="Country"
          hint="Finds every country by a part of its name, also those without any needs yet."
          type="search"
          optional
        />
        <div class="field row">
          <Button tone="quiet">Find</Button>
          {mayEdit ? <ButtonLink href="/needs/import">Import UPR files</ButtonLink> : null}
        </div>
      </form>
      <Table
        caption="Country needs"
        keyOf={(need) => need.country}
        rows={needs}
        empty={
          search === ''
            ? 'No needs are known yet. Import UPR files, or find a country and enter its needs by hand.'
            : 'No country that you may see has such a name.'
        }
        columns={[
          { head: 'Country', names: true, cell: ({ country }) => <a href={`/needs/${country}`}>{countryName(country)}</a> },
          {
            head: 'Heaviest themes',
            cell: ({ top }) => (top.length === 0 ? '–' : top.map(({ theme, weight }) => `${THEMES[theme]} ${weight}`).join(' · ')),
          },
          { head: 'Recommendations', numeric: true, cell: ({ recommendations }) => recommendations },
          {
            head: 'Situation',
            cell: ({ flags }) =>
              flags.length === 0
                ? '–'
                : flags.map((flag) => (
                    <Tag key={flag} tone="warning">
                      {FLAG_NAMES[flag]}
                    </Tag>
                  )),
          },
          { head: 'Source', cell: ({ source }) => SOURCE_NAMES[source] },
        ]}
      />
      <Pagination
        page={page}
        pageSize={pageSize}
        total={total}
        hrefOf={(number) => `/needs?${new URLSearchParams({ ...(search === '' ? {} : { country: search }), page: String(number) })}`}
      />
    </>
  );
}

import { askedBySource, plannedYear, totalsOf } from './funding.js';
import { FUNDING_SOURCES } from './surge.js';

/** Product page, "Funding (C.5)": the table, and what the cost share makes of it. */
it.each([
  [2012, 2_500_000, 2_500_000, 4_800_000, 4_800_000],
  [2013, 5_000_000, 3_750_000, 7_300_000, 6_050_000],
  // Nobody new is planned: the second cohort is in its second year, the first in its third, in which the fund pays nothing.
  [2014, 5_000_000, 1_250_000, 5_000_000, 1_250_000],
  [2016, 0, 0, 0, 0],
])('the plan of %i comes out in full and by the decreasing scale', (year, inCountry, share, full, byScale) => {
  const plan = plannedYear(year);
  expect([plan.inCountryCents, plan.inCountryShareCents]).toEqual([inCountry * 100, share * 100]);
  expect(totalsOf(plan)).toEqual({ fullCents: full * 100, shareCents: byScale * 100 });
});

it('counts what was asked of each source, without drafts', () => {
  const request = (fundingSource: (typeof FUNDING_SOURCES)[number], state: 'draft' | 'filled', seats: number, filledSeats: number) => ({
    fundingSource,
    state,
    seats,
    filledSeats,
  });
  const asked = askedBySource([
    request('mdtf', 'filled', 2, 2),
    request('mdtf', 'filled', 3, 1),
    request('mdtf', 'draft', 9, 9),
    request('ohchr', 'filled', 1, 0),
  ]);
  expect(asked.map(({ source }) => source)).toEqual(FUNDING_SOURCES);
  expect(asked.find(({ source }) => source === 'mdtf')).toEqual({ source: 'mdtf', requests: 2, places: 5, filled: 3 });
  expect(asked.find(({ source }) => source === 'contingency')).toMatchObject({ requests: 0, places: 0 });
});

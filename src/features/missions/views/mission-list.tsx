import { MISSION_STATES } from '../../../core/missions.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { Button, Day, Form, Pagination, Select, Table, Tag } from '../../../web/index.js';
import type { MissionPage } from '../mission-view.dto.js';
import type { MissionQueryDto } from '../missions.dto.js';
import { MISSION_STATE_WORDS, MISSION_TONES } from './mission-words.js';

/** Missions, the latest first, with a filter by state. */
export function MissionList({ found, query: { state, request, expert } }: { found: MissionPage; query: Partial<MissionQueryDto> }) {
  const options = Object.fromEntries(MISSION_STATES.map((one) => [one, MISSION_STATE_WORDS[one]]));
  return (
    <>
      <form method="get" class="filters">
        {request ? <input type="hidden" name="request" value={request} /> : null}
        {expert ? <input type="hidden" name="expert" value={expert} /> : null}
        <Select form={Form.filledWith({ state: state ?? '' })} name="state" label="State" options={options} empty="Every state" optional />
        <div class="field">
          <Button tone="quiet">Filter</Button>
        </div>
      </form>
      <Table
        caption="Missions"
        rows={found.missions}
        keyOf={({ mission }) => mission.id}
        empty="No mission yet. One begins when an expert has accepted and, where it is needed, the agency has released."
        columns={[
          {
            head: 'Mission',
            names: true,
            cell: ({ mission, expert }) => (
              <a href={`/missions/${mission.id}`}>
                {expert}, {countryName(mission.country)}
              </a>
            ),
          },
          { head: 'Request', cell: ({ mission }) => mission.reference },
          { head: 'State', cell: ({ mission }) => <Tag tone={MISSION_TONES[mission.state]}>{MISSION_STATE_WORDS[mission.state]}</Tag> },
          { head: 'From', cell: ({ mission }) => <Day value={mission.startsOn} /> },
          { head: 'To', cell: ({ mission }) => <Day value={mission.endsOn} /> },
          { head: 'Days served', numeric: true, cell: ({ served }) => served },
          { head: 'Rating', numeric: true, cell: ({ mission }) => mission.rating ?? '–' },
        ]}
      />
      <Pagination
        page={found.page}
        pageSize={found.pageSize}
        total={found.total}
        hrefOf={(page) =>
          `/missions?${new URLSearchParams({ ...(state ? { state } : {}), ...(request ? { request } : {}), ...(expert ? { expert } : {}), page: String(page) })}`
        }
      />
    </>
  );
}

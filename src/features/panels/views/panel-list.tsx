import { countryName } from '../../../platform/reference-data/index.js';
import { Day, Table, Tag } from '../../../web/index.js';
import type { PanelLine } from '../panel-view.js';
import { PANEL_STATE_TONES, PANEL_STATE_WORDS, STANDING_WORDS } from './words.js';

/** The panels that somebody may see. */
export function PanelList({ panels }: { panels: readonly PanelLine[] }) {
  return (
    <Table
      caption="Panels, newest first"
      rows={panels}
      keyOf={({ id }) => id}
      empty="You are on no panel. When you are invited to one, a mail tells you and it stands here."
      columns={[
        {
          head: 'Post',
          cell: ({ id, country, level }) => <a href={`/panels/${id}`}>{`${level} in ${countryName(country)}`}</a>,
          names: true,
        },
        { head: 'Set up', cell: ({ createdAt }) => <Day value={createdAt.slice(0, 10)} /> },
        { head: 'State', cell: ({ state }) => <Tag tone={PANEL_STATE_TONES[state]}>{PANEL_STATE_WORDS[state]}</Tag> },
        { head: 'You', cell: ({ mine }) => ownText(mine) },
      ]}
    />
  );
}

function ownText(mine: PanelLine['mine']): string {
  if (mine === null) return 'Not a member';
  return mine.standing === 'cleared' ? `${mine.handedIn} of ${mine.of} handed in` : STANDING_WORDS[mine.standing];
}

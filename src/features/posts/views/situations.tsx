import type { ContextFlag } from '../../../core/needs.js';
import { SITUATION_THEME_WEIGHT, SITUATIONS } from '../../../core/situations.js';
import { THEMES } from '../../../core/themes.js';
import { CONTEXT_PART_NAMES } from '../../../web/criteria.js';
import { Card, Table } from '../../../web/index.js';
import { FLAG_NAMES } from '../../needs/index.js';

/** What a situation switches on, in words. */
export function asksFor(flag: ContextFlag): string {
  const { parts, themes } = SITUATIONS[flag];
  const said = [
    parts.length > 0 ? parts.map((part) => CONTEXT_PART_NAMES[part]).join(', ') : '',
    themes.length > 0 ? `themes at least ${SITUATION_THEME_WEIGHT}: ${themes.map((theme) => THEMES[theme]).join(', ')}` : '',
  ];
  return said.filter(Boolean).join('; ');
}

const WHAT = [
  { head: 'Situation', cell: (flag: ContextFlag) => FLAG_NAMES[flag], names: true },
  { head: 'What it switches on', cell: asksFor },
  { head: 'Source', cell: (flag: ContextFlag) => SITUATIONS[flag].source },
];

/** Situations that count for the post, and those of the country that are proposed and count nothing until somebody accepts them. */
export function PostSituations({
  postId,
  accepted,
  proposed,
  mayAccept,
}: {
  postId: string;
  accepted: readonly ContextFlag[];
  proposed: readonly ContextFlag[];
  mayAccept: boolean;
}) {
  const acceptance = {
    head: 'Decide',
    cell: (flag: ContextFlag) => <a href={`/posts/${postId}/edit?accept=${flag}`}>{`Look at ${FLAG_NAMES[flag]} and accept`}</a>,
  };
  if (accepted.length === 0 && proposed.length === 0) return null;
  return (
    <Card title="The country's situation">
      {accepted.length > 0 ? (
        <>
          <h3>Accepted: these count</h3>
          <Table caption="Accepted situations" columns={WHAT} rows={accepted} keyOf={(flag) => flag} />
        </>
      ) : (
        <p>No situation of the country counts for this post.</p>
      )}
      {proposed.length > 0 ? (
        <>
          <h3>Proposed: recorded for the country, counting nothing yet</h3>
          <Table caption="Proposed situations" columns={mayAccept ? [...WHAT, acceptance] : WHAT} rows={proposed} keyOf={(flag) => flag} />
          <p class="hint">Accepting opens the draft with the proposed weights filled in. Nothing changes before you save it.</p>
        </>
      ) : null}
    </Card>
  );
}

import {
  ACTION_POINTS,
  type CountryNeed,
  type NeedTerm,
  pointsOf,
  RECENCIES,
  RECENCY_POINTS,
  RESPONSE_POINTS,
} from '../../../core/needs.js';
import { ACTIONS, RESPONSES } from '../../../core/upr.js';
import { Card } from '../../../web/index.js';
import { ACTION_NAMES, RECENCY_NAMES, RESPONSE_NAMES } from './wording.js';

/** The rule in words and numbers, so that anybody can compute a weight again. */
export function Formula({ need }: { need: CountryNeed }) {
  return (
    <Card title="How a weight is computed">
      <p>
        Each recommendation is worth <strong>response × action × recency</strong> points, and gives all of them to each of its issues. A
        theme weighs <strong>100 × its points ÷ {need.highestPoints.toLocaleString('en-US')}</strong>, the points of the country's highest
        theme, rounded half up.
      </p>
      <ul>
        <li>Response: {RESPONSES.map((response) => `${RESPONSE_NAMES[response]} ${RESPONSE_POINTS[response]}`).join(', ')}.</li>
        <li>Action: {([...ACTIONS, 0] as const).map((action) => `${ACTION_NAMES[action]} ${ACTION_POINTS[action]}`).join(', ')}.</li>
        <li>
          Recency{need.newestSession === null ? '' : ` against session ${need.newestSession}, the newest known of any country`}:{' '}
          {RECENCIES.map((recency) => `${RECENCY_NAMES[recency]} ${RECENCY_POINTS[recency]}`).join(', ')}.
        </li>
        <li>General, Other and UPR process are counted and shown, but are no expertise: they weigh nothing and are never the highest.</li>
      </ul>
    </Card>
  );
}

/** The terms of one theme's points, heaviest first. */
export function Terms({ terms, points }: { terms: readonly NeedTerm[]; points: number }) {
  return (
    <details>
      <summary class="nowrap">{points.toLocaleString('en-US')} points</summary>
      <ul>
        {terms.map((term) => (
          <li key={termText(term)}>{termText(term)}</li>
        ))}
      </ul>
    </details>
  );
}

/** `12 × accepted 4 × specific action 4 × fewer than 12 sessions back 4 = 768`. */
export function termText(term: NeedTerm): string {
  const { response, action, recency, count } = term;
  const parts = [
    `${RESPONSE_NAMES[response]} ${RESPONSE_POINTS[response]}`,
    `${ACTION_NAMES[action ?? 0]} ${ACTION_POINTS[action ?? 0]}`,
    `${RECENCY_NAMES[recency]} ${RECENCY_POINTS[recency]}`,
  ];
  return `${count} × ${parts.join(' × ')} = ${(count * pointsOf(term)).toLocaleString('en-US')}`;
}

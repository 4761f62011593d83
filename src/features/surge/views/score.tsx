import { CRITERION_NAMES } from '../../../web/criteria.js';
import { StackedBar } from '../../../web/index.js';
import type { ProposedExpert } from '../services/surge-proposals.service.js';
import { scoreText } from './words.js';

const TOTAL = 1_000_000;

/** The score of a proposed expert, opened by criterion. */
export function Score({ one }: { one: ProposedExpert }) {
  return (
    <details>
      <summary>{`Score of number ${one.number}`}</summary>
      <StackedBar
        label="Score"
        max={TOTAL}
        text={scoreText}
        segments={one.explanation.criteria.map(({ criterion, points }) => ({ label: CRITERION_NAMES[criterion], value: points }))}
      />
    </details>
  );
}

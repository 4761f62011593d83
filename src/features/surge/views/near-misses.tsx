import type { NearMiss } from '../../../core/matching/index.js';
import { type Form, Tag } from '../../../web/index.js';
import { PersonName } from './person-name.js';
import { scoreText, unmetText } from './words.js';

/** Who is free and stopped by one requirement alone, with how far away it is. With a form they can be chosen, with a reason. */
export function NearMisses({
  nearMisses,
  names,
  form,
}: {
  nearMisses: readonly NearMiss[];
  names: ReadonlyMap<string, string>;
  form?: Form;
}) {
  if (nearMisses.length === 0) return null;
  return (
    <details open={nearMisses.some((one) => form?.has('experts', one.expertId))}>
      <summary>{`Near misses, and the one requirement that stops each: ${nearMisses.length}`}</summary>
      <ul class="plain">
        {nearMisses.map((one) => {
          const words = (
            <span>
              <PersonName id={one.expertId} number={one.number} names={names} /> · {scoreText(one.total)}{' '}
              <Tag tone="warning">{unmetText(one.stop)}</Tag>
            </span>
          );
          return (
            <li key={one.expertId}>
              {form ? (
                <label class="choice">
                  <input type="checkbox" name="experts[]" value={one.expertId} checked={form.has('experts', one.expertId)} /> {words}
                </label>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

import type { Availability } from '../../../core/availability.js';
import type { Backing, ClaimStatus } from '../../../core/knowledge.js';
import { backingText, CLAIM_STATUS_MARKS, CLAIM_STATUS_TONES } from '../../../web/criteria.js';
import { Tag } from '../../../web/index.js';
import type { IneligiblePerson } from '../shortlist-view.js';
import { availabilityWords } from './wording.js';

/** The roster number for everybody, the name for who may see it. */
export function PersonName({ person: { number, name } }: { person: Pick<IneligiblePerson, 'number' | 'name'> }) {
  if (!name) return <span>{`No. ${number}`}</span>;
  return (
    <span>
      {name} <small class="nowrap">{`No. ${number}`}</small>
    </span>
  );
}

export function AvailabilityTag({ availability }: { availability: Availability | null }) {
  if (availability === null) return <span>The post has no dates</span>;
  return availability.free ? (
    <Tag tone="good">Free</Tag>
  ) : (
    <span>
      <Tag tone="danger">Not free</Tag> <small>{availabilityWords(availability)}</small>
    </span>
  );
}

/** How far a claim is backed, and by whom and when where that was recorded. */
export function StatusTag({ claim }: { claim: { readonly status: ClaimStatus; readonly backing?: readonly Backing[] } }) {
  const text = backingText(claim);
  return (
    <Tag
      tone={CLAIM_STATUS_TONES[claim.status]}
    >{`${CLAIM_STATUS_MARKS[claim.status]} ${text.charAt(0).toUpperCase()}${text.slice(1)}`}</Tag>
  );
}

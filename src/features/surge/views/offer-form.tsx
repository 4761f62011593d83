import { HOLDINGS } from '../../../core/deployments.js';
import { OFFER_HOURS, OFFER_HOURS_LIMITS, reminderHours } from '../../../core/offers.js';
import { RELEASE_HOURS } from '../../../core/release.js';
import { URGENCIES } from '../../../core/surge.js';
import { Button, type Column, ErrorSummary, Field, type Form, fieldId, Select, Table, Tag, TextArea } from '../../../web/index.js';
import { LARGEST_WAVE } from '../offers.dto.js';
import type { Proposal } from '../services/surge-proposals.service.js';
import type { RequestFacts } from '../surge-view.dto.js';
import { NearMisses } from './near-misses.js';
import { HOLDING_WORDS } from './offer-words.js';
import { PersonName } from './person-name.js';
import { Score } from './score.js';
import { scoreText, URGENCY_SHORT } from './words.js';

/** What an offer form needs to show again what was chosen. */
export interface OfferFormProps {
  readonly request: RequestFacts;
  readonly proposal: Proposal;
  readonly names: ReadonlyMap<string, string>;
  readonly form: Form;
}

/** Whom to ask: some by name, or the first so many at once; how long they have, and whether their days are held. */
export function OfferForm({ request, proposal, names, form }: OfferFormProps) {
  if (proposal.proposed.length === 0 && proposal.nearMisses.length === 0) return null;
  return (
    <form method="post" action={`/surge/${request.id}/offers`} noValidate>
      <ErrorSummary form={form} />
      <input type="hidden" name="version" value={request.version} />
      <fieldset class="field" id={fieldId('experts')} tabIndex={-1}>
        <legend>To whom shall the mission be offered?</legend>
        {form.problemFor('experts') ? <p class="problem">{form.problemFor('experts')}</p> : null}
        {proposal.proposed.map((one) => (
          <div key={one.expertId}>
            <label class="choice">
              <input type="checkbox" name="experts[]" value={one.expertId} checked={form.has('experts', one.expertId)} />{' '}
              <span>
                <PersonName id={one.expertId} number={one.number} names={names} /> · <strong>{scoreText(one.total)}</strong> of 100, rank{' '}
                {one.rank} {one.agency ? <Tag>{`${one.agency} has to release`}</Tag> : null}
              </span>
            </label>
            <Score one={one} />
          </div>
        ))}
        <NearMisses nearMisses={proposal.nearMisses} names={names} form={form} />
      </fieldset>
      <div class="row">
        {proposal.proposed.length > 0 ? (
          <Field
            form={form}
            name="wave"
            label="Or a wave: ask the first"
            type="number"
            min={1}
            max={LARGEST_WAVE}
            hint="So many at once, in the order of their rank. The first to accept has the place."
            optional
          />
        ) : null}
        <Field
          form={form}
          name="hours"
          label="Hours to answer"
          type="number"
          min={OFFER_HOURS_LIMITS.least}
          max={OFFER_HOURS_LIMITS.most}
          hint={`${OFFER_HOURS[request.urgency]} unless you say otherwise.`}
          optional
        />
      </div>
      <Select
        form={form}
        name="holding"
        label="Days of those who are asked"
        options={HOLDINGS.map((one) => [one, one === request.holding ? `${HOLDING_WORDS[one]} (as now)` : HOLDING_WORDS[one]] as const)}
        empty="As now"
        optional
      />
      <TextArea form={form} name="waiver" label="Why a requirement is waived, if somebody does not meet it" rows={2} optional />
      <Button>Send the offers</Button>
      <Deadlines />
    </form>
  );
}

const COLUMNS: readonly Column<(typeof URGENCIES)[number]>[] = [
  { head: 'Urgency', names: true, cell: (urgency) => URGENCY_SHORT[urgency] },
  { head: 'Hours to answer', numeric: true, cell: (urgency) => OFFER_HOURS[urgency] },
  { head: 'Reminder, hours before', numeric: true, cell: (urgency) => reminderHours(OFFER_HOURS[urgency]) },
  { head: 'Hours for a release', numeric: true, cell: (urgency) => RELEASE_HOURS[urgency] },
];

function Deadlines() {
  return (
    <details>
      <summary>Deadlines and reminders</summary>
      <Table caption="Deadlines by urgency" columns={COLUMNS} rows={URGENCIES} keyOf={(urgency) => urgency} />
      <p class="hint">
        A reminder goes out when a quarter of the time is left, at most a day before the deadline. The agency of an interagency expert is
        asked at the same time as the expert; an acceptance counts when it has released the expert.
      </p>
    </details>
  );
}

import { OFFER_HOURS, OFFER_HOURS_LIMITS } from '../../../core/offers.js';
import { CRITERION_NAMES, GATE_NAMES } from '../../../web/criteria.js';
import { Button, Card, ErrorSummary, Field, type Form, fieldId, Note, StackedBar, Tag, TextArea } from '../../../web/index.js';
import type { BusyExpert, NearMiss, Proposal, ProposedExpert } from '../services/surge-proposals.service.js';
import type { RequestFacts } from '../surge-view.dto.js';
import { obstacleText, scoreText, unmetText } from './words.js';

const TOTAL = 1_000_000;

interface ProposalProps {
  readonly request: RequestFacts;
  readonly proposal: Proposal;
  /** Names by expert id, as far as the reader may see them. */
  readonly names: ReadonlyMap<string, string>;
  readonly form: Form;
  /** Whether offers can be made now; before, it is a preview for the decision. */
  readonly open: boolean;
}

/** Who could go, best first, and why others cannot. A proposal: nothing happens until an officer sends offers. */
export function ProposalCard(props: ProposalProps) {
  const { proposal, open } = props;
  return (
    <Card title={open ? 'Proposed experts' : 'Who could go (preview)'}>
      <p>
        {proposal.considered.toLocaleString('en-US')} people on the rosters, {proposal.eligible.toLocaleString('en-US')} meet every
        requirement. Listed: those who are also free on all days and have not been asked.
      </p>
      {proposal.proposed.length === 0 ? <NoMatch proposal={proposal} /> : null}
      {open ? (
        <OfferForm {...props} />
      ) : (
        <ol class="plain">
          {proposal.proposed.map((one) => (
            <li key={one.expertId}>
              <Person one={one} names={props.names} />
            </li>
          ))}
        </ol>
      )}
      <Busy busy={proposal.busy} names={props.names} />
      {open ? null : <NearMisses nearMisses={proposal.nearMisses} names={props.names} />}
    </Card>
  );
}

function NoMatch({ proposal }: { proposal: Proposal }) {
  const excluded = Object.entries(proposal.unmetByGate)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1]);
  return (
    <Note tone="warning">
      <p>
        <strong>Nobody matches now.</strong> The request is kept.{' '}
        {proposal.eligible > 0 ? 'Those who meet every requirement are not free or have been asked.' : ''}
      </p>
      {proposal.excludesMost ? (
        <p>
          The requirement that excludes most people: <strong>{GATE_NAMES[proposal.excludesMost]}</strong>.
        </p>
      ) : null}
      <ul>
        {excluded.map(([gate, count]) => (
          <li key={gate}>
            {GATE_NAMES[gate as keyof typeof GATE_NAMES]}: {count.toLocaleString('en-US')} people do not meet it
          </li>
        ))}
      </ul>
    </Note>
  );
}

function OfferForm({ request, proposal, names, form }: ProposalProps) {
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
                <Name id={one.expertId} number={one.number} names={names} /> · <strong>{scoreText(one.total)}</strong> of 100, rank{' '}
                {one.rank}
              </span>
            </label>
            <Score one={one} />
          </div>
        ))}
        <NearMisses nearMisses={proposal.nearMisses} names={names} form={form} />
      </fieldset>
      <div class="row">
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
      <TextArea form={form} name="waiver" label="Why a requirement is waived, if somebody does not meet it" rows={2} optional />
      <Button>Send the offers</Button>
    </form>
  );
}

function Person({ one, names }: { one: ProposedExpert; names: ReadonlyMap<string, string> }) {
  return (
    <>
      <p>
        <Name id={one.expertId} number={one.number} names={names} /> · <strong>{scoreText(one.total)}</strong> of 100, rank {one.rank}
      </p>
      <Score one={one} />
    </>
  );
}

function Score({ one }: { one: ProposedExpert }) {
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

function Busy({ busy, names }: { busy: readonly BusyExpert[]; names: ReadonlyMap<string, string> }) {
  if (busy.length === 0) return null;
  return (
    <details>
      <summary>{`Suitable but not free: ${busy.length}`}</summary>
      <ul>
        {busy.map((one) => (
          <li key={one.expertId}>
            <Name id={one.expertId} number={one.number} names={names} />: {one.obstacles.map(obstacleText).join('; ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

function NearMisses({ nearMisses, names, form }: { nearMisses: readonly NearMiss[]; names: ReadonlyMap<string, string>; form?: Form }) {
  if (nearMisses.length === 0) return null;
  return (
    <details>
      <summary>{`Near misses and what stops them: ${nearMisses.length}`}</summary>
      <ul class="plain">
        {nearMisses.map((one) => {
          const words = (
            <span>
              <Name id={one.expertId} number={one.number} names={names} /> <Tag tone="warning">{one.unmet.map(unmetText).join(' · ')}</Tag>
            </span>
          );
          return (
            <li key={one.expertId}>
              {form && !one.unmet.some((verdict) => verdict.gate === 'roster') ? (
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

function Name({ id, number, names }: { id: string; number: number; names: ReadonlyMap<string, string> }) {
  return <a href={`/roster/experts/${id}`}>{names.get(id) ?? `Roster number ${number}`}</a>;
}

import { Card, Day, type Form } from '../../../web/index.js';
import type { BusyExpert, Proposal, ProposedExpert } from '../services/surge-proposals.service.js';
import type { RequestFacts } from '../surge-view.dto.js';
import { NearMisses } from './near-misses.js';
import { NoMatchNote } from './no-match.js';
import { OfferForm } from './offer-form.js';
import { PersonName } from './person-name.js';
import { Score } from './score.js';
import { obstacleText, scoreText } from './words.js';

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
export function ProposalCard({ request, proposal, names, form, open }: ProposalProps) {
  return (
    <Card title={open ? 'Proposed experts' : 'Who could go (preview)'}>
      <p>
        {proposal.considered.toLocaleString('en-US')} people on the rosters, {proposal.eligible.toLocaleString('en-US')} meet every
        requirement. Listed: those who are also free on all days away, travel included (<Day value={proposal.away.from} /> to{' '}
        <Day value={proposal.away.to} />
        ), and have not been asked.
      </p>
      {proposal.noMatch ? <NoMatchNote proposal={proposal} noMatch={proposal.noMatch} since={request.unmatchedSince} /> : null}
      {open ? (
        <OfferForm request={request} proposal={proposal} names={names} form={form} />
      ) : (
        <ol class="plain">
          {proposal.proposed.map((one) => (
            <li key={one.expertId}>
              <Person one={one} names={names} />
            </li>
          ))}
        </ol>
      )}
      <Busy busy={proposal.busy} names={names} />
      {open ? null : <NearMisses nearMisses={proposal.nearMisses} names={names} />}
    </Card>
  );
}

function Person({ one, names }: { one: ProposedExpert; names: ReadonlyMap<string, string> }) {
  return (
    <>
      <p>
        <PersonName id={one.expertId} number={one.number} names={names} /> · <strong>{scoreText(one.total)}</strong> of 100, rank {one.rank}
        {one.agency ? `, ${one.agency} has to release` : ''}
      </p>
      <Score one={one} />
    </>
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
            <PersonName id={one.expertId} number={one.number} names={names} />: {one.obstacles.map(obstacleText).join('; ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

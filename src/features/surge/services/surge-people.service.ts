import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { RosterContacts } from '../../roster/index.js';
import { type MissionAsked, type Proposal, SurgeProposals } from './surge-proposals.service.js';

/** A proposal together with the names that its reader may see, by expert id. */
export interface NamedProposal {
  readonly proposal: Proposal;
  readonly names: ReadonlyMap<string, string>;
}

/** Puts names to a proposal, for a page. Matching itself never knows one. */
@Injectable()
export class SurgePeople {
  constructor(
    private readonly proposals: SurgeProposals,
    private readonly contacts: RosterContacts,
  ) {}

  async proposedFor(request: MissionAsked, me: Actor): Promise<NamedProposal> {
    const proposal = await this.proposals.propose(request);
    const shown = [...proposal.proposed, ...proposal.busy, ...proposal.nearMisses];
    return {
      proposal,
      names: await this.contacts.names(
        shown.map((one) => one.expertId),
        me,
      ),
    };
  }
}

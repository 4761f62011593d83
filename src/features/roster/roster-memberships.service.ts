import { Injectable } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { DomainError, fieldError, notFound } from '../../core/errors.js';
import { AGENCY_PATTERN } from '../../core/expert-draft.js';
import { vettingStep } from '../../core/vetting.js';
import { Clock } from '../../platform/clock.js';
import { Database, newId, type Tx } from '../../platform/database/index.js';
import type { DecisionDto, JoinDto } from './expert.dto.js';
import { ExpertEntity, MembershipEntity } from './expert.entity.js';
import { MembershipLog } from './membership-log.js';
import { firstMembership } from './profile-rules.js';
import { writeRoster } from './roster-changes.js';
import { seesExpert, seesMembership } from './scope.js';

/** Who belongs to which roster, and where the vetting stands. Each step is a decision of a person, with a reason. */
@Injectable()
export class RosterMemberships {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: MembershipLog,
  ) {}

  /**
   * Adds an expert to a roster on which they never were.
   * @throws DomainError `not-found`, `conflict.duplicate`, `input.invalid`, `roster.vetting-not-allowed`
   */
  async join(expertId: string, dto: JoinDto, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const memberships = await this.open(tx, expertId, actor);
      // First, because whether there is one on a roster to which they may add nobody is not theirs to know.
      const membership = firstMembership(dto, actor, this.clock.today());
      const present = memberships.find(({ roster }) => roster === dto.roster);
      if (present)
        throw new DomainError(
          'conflict.duplicate',
          `The expert has a membership of the ${dto.roster} roster already; it is ${present.state}. Move that one.`,
        );
      if (dto.roster === 'interagency' && !AGENCY_PATTERN.test(membership.agency ?? ''))
        throw fieldError('agency', 'Name the agency that releases the person, in capitals such as UNDP.');
      if (dto.roster === 'external' && membership.agency !== null)
        throw fieldError('agency', 'A member of the external roster has no agency. Leave it empty.');
      if (membership.until !== null && membership.until < membership.since)
        throw fieldError('until', `The end ${membership.until} lies before the start ${membership.since}. Exchange the two days.`);
      if (!may(actor, 'roster:edit') && membership.agency !== actor.agency)
        throw fieldError('agency', 'You can propose staff of your own agency only.');
      await tx.getRepository(MembershipEntity).insert({ id: newId(), expertId, position: memberships.length, ...membership });
      await this.log.record(tx, expertId, { roster: dto.roster, from: 'none', to: membership.state, reason: dto.reason }, actor);
    });
  }

  /**
   * Moves a membership one step.
   * @throws DomainError `not-found`, `roster.vetting-not-allowed` with the steps that are open
   */
  async decide(expertId: string, dto: DecisionDto, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const memberships = await this.open(tx, expertId, actor);
      const membership = memberships.find((one) => one.roster === dto.roster && seesMembership(actor, one));
      if (!membership) throw notFound('membership');
      const from = membership.state;
      vettingStep(dto.roster, from, dto.to, (permission) => may(actor, permission));
      // The term of an active member begins with the decision; an older end would make it expired at once.
      const term = dto.to === 'active' ? { since: this.clock.today(), until: null } : {};
      await tx.getRepository(MembershipEntity).update({ id: membership.id }, { state: dto.to, ...term });
      await this.log.record(tx, expertId, { roster: dto.roster, from, to: dto.to, reason: dto.reason }, actor);
    });
  }

  /** Every membership of an expert that exists for the actor, with the roster open for writing. */
  private async open(tx: Tx, expertId: string, actor: Actor): Promise<MembershipEntity[]> {
    await writeRoster(tx, { experts: [expertId] });
    const memberships = await tx.getRepository(MembershipEntity).find({ where: { expertId }, order: { position: 'ASC' } });
    const exists = memberships.length > 0 || (await tx.getRepository(ExpertEntity).existsBy({ id: expertId }));
    if (!exists || !seesExpert(actor, memberships)) throw notFound('expert');
    return memberships;
  }
}

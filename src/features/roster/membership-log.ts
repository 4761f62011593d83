import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import type { RosterName, VettingState } from '../../core/expert.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { newId, type Tx } from '../../platform/database/index.js';
import { DecisionEntity } from './roster.entity.js';

/** A step of a membership as it was decided. */
export interface DecidedStep {
  readonly roster: RosterName;
  readonly from: VettingState | 'none';
  readonly to: VettingState;
  readonly reason: string;
}

/** Writes down each step: for the page of the expert, and for the auditor. */
@Injectable()
export class MembershipLog {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Part of the transaction that takes the step. */
  async record(tx: Tx, expertId: string, step: DecidedStep, actor: Actor): Promise<void> {
    const decided = { decidedBy: actor.accountId, decidedAs: actor.role, decidedAt: this.clock.iso() };
    await tx.getRepository(DecisionEntity).insert({ id: newId(), expertId, ...step, ...decided });
    const { reason, ...details } = step;
    await this.audit.record(tx, { actor, action: 'roster.membership-moved', subject: { kind: 'expert', id: expertId }, reason, details });
  }
}

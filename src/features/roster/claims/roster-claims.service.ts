import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { type Claims, verify } from '../../../core/claims.js';
import { fieldError, notFound } from '../../../core/errors.js';
import type { ClaimPart } from '../../../core/expert.js';
import { assess, type PanelClaim } from '../../../core/panel-claims.js';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database, lockRow, type Tx } from '../../../platform/database/index.js';
import { ExpertEntity } from '../expert.entity.js';
import { replaceParts } from '../expert-store.js';
import { type ExpertParts, loadParts } from '../profile-parts.js';
import { changedNames, refuseStale, withoutIds } from '../profile-rules.js';
import { writeRoster } from '../roster-changes.js';
import { seesExpert } from '../scope.js';
import type { VerificationDto } from './claims.dto.js';

/** What a panel found out about an expert, and what it had before it. */
export interface PanelFindings {
  readonly panelId: string;
  readonly claims: readonly PanelClaim[];
  /** The profile as the panel saw it. */
  readonly seen: Claims;
  /** How the panel came to it, in words. */
  readonly how: string;
}

/** Puts on record who backed a claim, when and how. Each is a deliberate act of a person. */
@Injectable()
export class RosterClaims {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The claims of an expert as they stand now; undefined when there is no such expert any more. The caller has decided who may look. */
  async of(expertId: string): Promise<Claims | undefined> {
    const exists = await this.database.read.getRepository(ExpertEntity).existsBy({ id: expertId });
    return exists ? (await loadParts(this.database.read, [expertId])).get(expertId) : undefined;
  }

  /**
   * Records that claims were checked: by whom, today, how.
   * @throws DomainError `not-found`, `conflict.stale`, `input.invalid` for claims that are backed already or not there
   */
  async verify(expertId: string, { claims: ids, how, version }: VerificationDto, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { expert, parts } = await this.open(tx, expertId, actor);
      refuseStale(expert.version, version);
      const verifier = { as: actor.role, by: actor.accountId, on: this.clock.today(), how: how.trim() };
      const { claims, refused } = verify(parts, ids, verifier);
      if (refused.length > 0)
        throw fieldError('claims', 'Choose claims that are self-declared; some of these are backed already or not there.');
      const changed = await this.write(tx, expert, parts, claims);
      const details = { version: expert.version + 1, changed, claims: [...ids] };
      await this.audit.record(tx, {
        actor,
        action: 'roster.claims-verified',
        subject: { kind: 'expert', id: expertId },
        reason: how.trim(),
        details,
      });
    });
  }

  /**
   * Puts what a panel found out beside what the person says. The caller has decided that the panel has decided and that the
   * actor keeps its record. Returns what was left as it is, because it was changed since the panel saw it.
   * @throws DomainError `not-found`
   */
  async assess(
    tx: Tx,
    expertId: string,
    { panelId, claims: found, seen, how }: PanelFindings,
    actor: Actor,
  ): Promise<readonly PanelClaim[]> {
    const { expert, parts } = await this.open(tx, expertId, actor);
    const { claims, overtaken } = assess(parts, found, seen, { as: 'panel', by: panelId, on: this.clock.today(), how });
    const changed = await this.write(tx, expert, parts, claims);
    await this.audit.record(tx, {
      actor,
      action: 'roster.claims-assessed',
      subject: { kind: 'expert', id: expertId },
      reason: how,
      details: { version: expert.version + 1, changed, panelId, claims: found.length - overtaken.length, overtaken: overtaken.length },
    });
    return overtaken;
  }

  private async open(tx: Tx, expertId: string, actor: Actor): Promise<{ expert: ExpertEntity; parts: ExpertParts }> {
    await writeRoster(tx, { experts: [expertId] });
    const expert = await lockRow(tx, ExpertEntity, { id: expertId });
    const parts = (await loadParts(tx, [expertId])).get(expertId);
    if (!expert || !parts || !seesExpert(actor, parts.memberships)) throw notFound('expert');
    return { expert, parts };
  }

  /** Returns the names of the parts that changed. */
  private async write(
    tx: Tx,
    { id, version }: ExpertEntity,
    before: ExpertParts,
    claims: Pick<Parameters<typeof replaceParts>[2], ClaimPart>,
  ): Promise<string[]> {
    await replaceParts(tx, id, { ...before, ...claims });
    await tx.getRepository(ExpertEntity).update({ id }, { version: version + 1, updatedAt: this.clock.iso() });
    const after = (await loadParts(tx, [id])).get(id) ?? before;
    return changedNames(withoutIds(before), withoutIds(after));
  }
}

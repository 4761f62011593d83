import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { keepBacking, type Verifier } from '../../core/claims.js';
import { notFound } from '../../core/errors.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow } from '../../platform/database/index.js';
import type { CreateExpertDto, UpdateExpertDto } from './expert.dto.js';
import { ExpertEntity } from './expert.entity.js';
import { insertExperts, personColumns, replaceParts } from './expert-store.js';
import { MembershipLog } from './membership-log.js';
import { type ExpertParts, loadParts } from './profile-parts.js';
import {
  changedNames,
  firstMembership,
  problemsOf,
  proposalProblems,
  refuse,
  refuseKnownPerson,
  refuseStale,
  tidy,
  withoutIds,
} from './profile-rules.js';
import { DecisionEntity } from './roster.entity.js';
import { writeRoster } from './roster-changes.js';
import { seesExpert, seesMembership } from './scope.js';

/** A whole profile as a signed-in reader may see it: memberships and decisions of other scopes are left out. */
export interface ExpertView extends Omit<ExpertEntity, 'searchName' | 'personKey'>, ExpertParts {
  readonly decisions: readonly Pick<DecisionEntity, 'id' | 'roster' | 'from' | 'to' | 'reason' | 'decidedAs' | 'decidedAt'>[];
}

/** Writes and shows profiles. */
@Injectable()
export class RosterProfiles {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly log: MembershipLog,
  ) {}

  /**
   * A new expert with the next roster number. A focal point proposes staff of the own agency, and nothing is verified yet.
   * @throws DomainError `input.invalid`, `roster.duplicate-person`, `roster.vetting-not-allowed`
   */
  async create(dto: CreateExpertDto, actor: Actor): Promise<ExpertView> {
    const said = { ...tidy(dto), memberships: dto.memberships.map((join) => firstMembership(join, actor, this.clock.today())) };
    const { draft, problems } = keepBacking(said, null, this.verifier(actor));
    refuse([...problemsOf(draft, this.clock.today()), ...proposalProblems(draft, actor), ...problems]);
    const id = await this.database.transaction(async (tx) => {
      const number = await writeRoster(tx, { newcomers: 1 });
      await refuseKnownPerson(tx, draft);
      const [created = ''] = await insertExperts(tx, [draft], number, this.clock.iso());
      await this.audit.record(tx, { actor, action: 'roster.expert-created', subject: { kind: 'expert', id: created } });
      for (const [index, { roster, reason }] of dto.memberships.entries()) {
        await this.log.record(tx, created, { roster, from: 'none', to: draft.memberships[index]?.state ?? 'applied', reason }, actor);
      }
      return created;
    });
    return this.view(id, actor);
  }

  /**
   * Replaces the profile; memberships stay as they are.
   * @throws DomainError `not-found`, `conflict.stale` when `dto.version` is not the stored one, `input.invalid`, `roster.duplicate-person`
   */
  async update(id: string, dto: UpdateExpertDto, actor: Actor): Promise<ExpertView> {
    const said = { ...tidy(dto), memberships: [] };
    refuse(problemsOf(said, this.clock.today()));
    await this.database.transaction(async (tx) => {
      await writeRoster(tx, { experts: [id] });
      const expert = await lockRow(tx, ExpertEntity, { id });
      const before = (await loadParts(tx, [id])).get(id);
      if (!expert || !before || !seesExpert(actor, before.memberships)) throw notFound('expert');
      refuseStale(expert.version, dto.version);
      const { draft, problems } = keepBacking(said, before, this.verifier(actor));
      refuse(problems);
      await refuseKnownPerson(tx, draft, id);
      await tx
        .getRepository(ExpertEntity)
        .update({ id }, { ...personColumns(draft), version: expert.version + 1, updatedAt: this.clock.iso() });
      await replaceParts(tx, id, draft);
      const after = (await loadParts(tx, [id])).get(id) ?? before;
      await this.audit.record(tx, {
        actor,
        action: 'roster.expert-changed',
        subject: { kind: 'expert', id },
        details: {
          version: expert.version + 1,
          changed: [...changedNames(expert, personColumns(draft)), ...changedNames(withoutIds(before), withoutIds(after))],
        },
      });
    });
    return this.view(id, actor);
  }

  private verifier(actor: Actor): Verifier {
    return { as: actor.role, by: actor.accountId, on: this.clock.today(), how: '' };
  }

  /**
   * The profile, when it exists for the actor. An auditor's look is recorded (product rule "every look recorded").
   * @throws DomainError `not-found`
   */
  async view(id: string, actor: Actor): Promise<ExpertView> {
    const expert = await this.database.read.getRepository(ExpertEntity).findOneBy({ id });
    const parts = (await loadParts(this.database.read, [id])).get(id);
    if (!expert || !parts || !seesExpert(actor, parts.memberships)) throw notFound('expert');
    const decisions = await this.database.read.getRepository(DecisionEntity).find({
      where: { expertId: id },
      order: { id: 'DESC' },
      select: { id: true, roster: true, from: true, to: true, reason: true, decidedAs: true, decidedAt: true },
    });
    const memberships = parts.memberships.filter((membership) => seesMembership(actor, membership));
    const shown = new Set(memberships.map(({ roster }) => roster));
    if (actor.role === 'auditor')
      await this.database.transaction((tx) =>
        this.audit.record(tx, { actor, action: 'roster.expert-looked-at', subject: { kind: 'expert', id } }),
      );
    const { searchName: _searchName, personKey: _personKey, ...person } = expert;
    return { ...person, ...parts, memberships, decisions: decisions.filter(({ roster }) => shown.has(roster)) };
  }
}

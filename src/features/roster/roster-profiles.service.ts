import { Injectable } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { DomainError, type FieldProblem, fieldError, notFound } from '../../core/errors.js';
import { draftProblems, EXPERT_PARTS, type ExpertDraft, normalisedEmail, personKey } from '../../core/expert-draft.js';
import type { RosterMembership } from '../../core/expert.js';
import { vettingStep } from '../../core/vetting.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow, newId, type Tx } from '../../platform/database/index.js';
import { isCountry } from '../../platform/reference-data/index.js';
import type { CreateExpertDto, JoinDto, ProfileDto, UpdateExpertDto } from './expert.dto.js';
import { ExpertEntity } from './expert.entity.js';
import { type ExpertParts, insertExperts, knownPersons, loadParts, personColumns, replaceParts, writeRoster } from './expert-store.js';
import { DecisionEntity } from './roster.entity.js';
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
  ) {}

  /**
   * A new expert with the next roster number. A focal point proposes staff of the own agency, and nothing is verified yet.
   * @throws DomainError `input.invalid`, `roster.duplicate-person`, `roster.vetting-not-allowed`
   */
  async create(dto: CreateExpertDto, actor: Actor): Promise<ExpertView> {
    const draft = { ...tidy(dto), memberships: dto.memberships.map((join) => firstMembership(join, actor, this.clock.today())) };
    refuse([...problemsOf(draft, this.clock.today()), ...proposalProblems(draft, actor)]);
    const id = await this.database.transaction(async (tx) => {
      const number = await writeRoster(tx, 1);
      await refuseKnownPerson(tx, draft);
      const [created = ''] = await insertExperts(tx, [draft], number, this.clock.iso());
      await this.audit.record(tx, { actor, action: 'roster.expert-created', subject: { kind: 'expert', id: created } });
      for (const join of dto.memberships) await this.recordJoin(tx, created, join, actor);
      return created;
    });
    return this.view(id, actor);
  }

  /**
   * Replaces the profile; memberships stay as they are.
   * @throws DomainError `not-found`, `conflict.stale` when `dto.version` is not the stored one, `input.invalid`, `roster.duplicate-person`
   */
  async update(id: string, dto: UpdateExpertDto, actor: Actor): Promise<ExpertView> {
    const draft = { ...tidy(dto), memberships: [] };
    refuse(problemsOf(draft, this.clock.today()));
    await this.database.transaction(async (tx) => {
      await writeRoster(tx);
      const expert = await lockRow(tx, ExpertEntity, { id });
      if (!expert || !seesExpert(actor, (await loadParts(tx, [id], ['memberships'])).get(id)?.memberships ?? [])) throw notFound('expert');
      if (expert.version !== dto.version) {
        throw new DomainError('conflict.stale', `The profile has version ${expert.version} by now, and you changed version ${dto.version}. Load it again and repeat your change.`);
      }
      await refuseKnownPerson(tx, draft, id);
      await tx.getRepository(ExpertEntity).update({ id }, { ...personColumns(draft), version: expert.version + 1, updatedAt: this.clock.iso() });
      await replaceParts(tx, id, draft);
      await this.audit.record(tx, { actor, action: 'roster.expert-changed', subject: { kind: 'expert', id }, details: { version: expert.version + 1 } });
    });
    return this.view(id, actor);
  }

  /**
   * The profile, when it exists for the actor. An auditor's look is recorded (product rule "every look recorded").
   * @throws DomainError `not-found`
   */
  async view(id: string, actor: Actor): Promise<ExpertView> {
    const expert = await this.database.read.getRepository(ExpertEntity).findOneBy({ id });
    const parts = (await loadParts(this.database.read, [id])).get(id);
    if (!expert || !parts || !seesExpert(actor, parts.memberships)) throw notFound('expert');
    const decisions = await this.database.read.getRepository(DecisionEntity).find({ where: { expertId: id }, order: { id: 'DESC' }, select: { id: true, roster: true, from: true, to: true, reason: true, decidedAs: true, decidedAt: true } });
    const memberships = parts.memberships.filter((membership) => seesMembership(actor, membership));
    const shown = new Set(memberships.map(({ roster }) => roster));
    if (actor.role === 'auditor') await this.database.transaction((tx) => this.audit.record(tx, { actor, action: 'roster.expert-looked-at', subject: { kind: 'expert', id } }));
    const { searchName: _searchName, personKey: _personKey, ...person } = expert;
    return { ...person, ...parts, memberships, decisions: decisions.filter(({ roster }) => shown.has(roster)) };
  }

  private async recordJoin(tx: Tx, expertId: string, join: JoinDto, actor: Actor): Promise<void> {
    const to = join.roster === 'interagency' ? 'active' : 'applied';
    await tx.getRepository(DecisionEntity).insert({ id: newId(), expertId, roster: join.roster, from: 'none', to, reason: join.reason, decidedBy: actor.accountId, decidedAs: actor.role, decidedAt: this.clock.iso() });
    await this.audit.record(tx, { actor, action: 'roster.membership-moved', subject: { kind: 'expert', id: expertId }, reason: join.reason, details: { roster: join.roster, from: 'none', to } });
  }
}

/** Where somebody stands who joins a roster now. @throws DomainError `roster.vetting-not-allowed` */
export function firstMembership(join: JoinDto, actor: Actor, today: string): RosterMembership {
  const { to } = vettingStep(join.roster, 'none', join.roster === 'interagency' ? 'active' : 'applied', (permission) => may(actor, permission));
  return { roster: join.roster, agency: join.agency, state: to, since: join.since ?? today, until: join.until };
}

function tidy(dto: ProfileDto): Omit<ExpertDraft, 'memberships'> {
  const { familyName, givenName, email, gender, nationality, bornOn, language, fictional, degrees, experience, knowledge, languages, themes, trainings, unavailable } = dto;
  return { familyName: familyName.trim(), givenName: givenName.trim(), email: normalisedEmail(email), gender, nationality, bornOn, language, fictional, degrees, experience, knowledge, languages, themes, trainings, unavailable };
}

function problemsOf(draft: ExpertDraft, today: string): FieldProblem[] {
  const places = draft.experience.flatMap(({ countries }, job) => countries.map((country, index) => ({ country, field: `experience.${job}.countries.${index}` })));
  const unknown = places.filter(({ country }) => !isCountry(country));
  return [...draftProblems(draft, today), ...unknown.map(({ field }) => ({ field, message: 'This is not the code of a country. Write it with three letters, such as KEN for Kenya.' }))];
}

/** What an agency may say about its staff. */
function proposalProblems(draft: ExpertDraft, actor: Actor): FieldProblem[] {
  if (may(actor, 'roster:edit')) return [];
  const [membership, ...more] = draft.memberships;
  const own = membership?.roster === 'interagency' && membership.agency === actor.agency && more.length === 0;
  const checked = EXPERT_PARTS.flatMap((part) => draft[part].flatMap((item, index) => ('status' in item && item.status !== 'self-declared' ? [`${part}.${index}.status`] : [])));
  return [
    ...(own ? [] : [{ field: 'memberships', message: 'Propose the person for the interagency roster with your own agency, and nothing else.' }]),
    ...checked.map((field) => ({ field, message: 'An agency states what its staff can do; OHCHR verifies it. Use self-declared.' })),
  ];
}

function refuse(problems: readonly FieldProblem[]): void {
  const [first] = problems;
  if (first) throw problems.length === 1 ? fieldError(first.field, first.message) : new DomainError('input.invalid', `Correct these fields and send it again: ${problems.map(({ field }) => field).join(', ')}.`, problems);
}

async function refuseKnownPerson(tx: Tx, draft: ExpertDraft, exceptId?: string): Promise<void> {
  const known = await knownPersons(tx, [{ email: draft.email, personKey: personKey(draft) }], exceptId);
  if (known.emails.size + known.personKeys.size > 0) {
    throw new DomainError('roster.duplicate-person', 'Somebody with this e-mail address, or with this name and day of birth, is on the roster already. Change that profile, or ask OHCHR when you cannot see it.');
  }
}

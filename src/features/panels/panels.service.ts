import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { fieldError, notFound } from '../../core/errors.js';
import { drawLetters, standingOf } from '../../core/panel.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/database/index.js';
import type { ShortlistRun } from '../shortlists/index.js';
import type { MembersDto, NewPanelDto, ReturnDto } from './panel.dto.js';
import { Panel, PanelCandidate, PanelMember } from './panel.entity.js';
import { type PanelBook, PanelBooks } from './panel-book.js';
import { PanelNotices } from './panel-notices.service.js';
import { type Invitable, PanelPeople } from './panel-people.service.js';

/** Sets panels up. */
@Injectable()
export class Panels {
  constructor(
    private readonly books: PanelBooks,
    private readonly people: PanelPeople,
    private readonly notices: PanelNotices,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * A panel over the first candidates of a run, under letters drawn at random. Whoever sets it up has seen the names: they
   * keep its record and cannot be a member. Every member is told. Throws 'not-found' and 'input.invalid'.
   */
  async setUp({ runId, candidates: size, members, chairId }: NewPanelDto, me: Actor): Promise<Panel> {
    const { run, invitable } = await this.people.choices(runId, me);
    if (members.includes(me.accountId))
      throw fieldError('members', 'You set the panel up and have seen who the candidates are, so you keep its record and do not rate.');
    const chosen = members.map((id) => invitable.find((account) => account.id === id));
    if (chosen.some((account) => account === undefined)) throw fieldError('members', 'Choose members from the list.');
    if (!members.includes(chairId)) throw fieldError('chairId', 'Choose one of the members to chair.');
    const first = await this.books.eligible(runId, size);
    if (first.length === 0) throw fieldError('candidates', 'Nobody on this shortlist is eligible, so there is nobody to rate.');
    const seed = randomInt(2 ** 32);
    const letters = drawLetters(first.length, seed);
    const panel = this.newPanel(run, { chairId, seed }, me);
    const { id: panelId } = panel;
    return this.books.begin(async (tx) => {
      await tx.getRepository(Panel).insert(panel);
      await tx.getRepository(PanelMember).insert(chosen.flatMap((account) => (account ? [newMember(panelId, account, run.runBy)] : [])));
      await tx.getRepository(PanelCandidate).insert(
        first.map(({ number, expertId, position }, at) => ({
          panelId,
          letter: letters[at] as string,
          number,
          expertId,
          machineRank: position,
          consensus: null,
          consensusReason: '',
          outcome: null,
          outcomeReason: '',
        })),
      );
      await this.audit.record(tx, {
        actor: me,
        action: 'panel.set-up',
        subject: { kind: 'panel', id: panelId },
        details: { runId, seed, candidates: first.length, members, chairId },
      });
      for (const accountId of members) await this.notices.invited(tx, panelId, accountId);
      return panel;
    });
  }

  /**
   * Somebody leaves, joins or takes the chair, with a reason. What was handed in before counts. Throws 'not-found',
   * 'conflict.stale', 'panel.closed' once a decision is proposed, and 'input.invalid'.
   */
  async changeMembers(id: string, { excuse, invite, chairId, version, reason }: MembersDto, me: Actor): Promise<void> {
    const { panel } = (await this.books.seat(id, me)).book;
    const { run, invitable } = await this.people.choices(panel.runId, me);
    await this.books.change(id, me, async (tx, seat) => {
      const { book } = seat;
      if (!seat.keepsRecord) throw notFound('panel');
      seat.assertState('open');
      seat.assertVersion(version);
      const joins = invitable.find((account) => account.id === invite);
      if (invite && (!joins || book.member(invite))) throw fieldError('invite', 'Choose somebody from the list who is not on the panel.');
      if (excuse && !active(book).includes(excuse)) throw fieldError('excuse', 'Choose a member who takes part.');
      const then = [...active(book).filter((member) => member !== excuse), ...(joins ? [joins.id] : [])];
      if (then.length < 2) throw fieldError('excuse', 'Two people have to stand for the decision. Invite somebody as well.');
      const chair = chairId ?? book.panel.chairId;
      if (!then.includes(chair)) throw fieldError('chairId', 'Choose one of the members who take part to chair.');
      if (excuse) await tx.getRepository(PanelMember).update({ panelId: id, accountId: excuse }, { excusedAt: this.clock.iso() });
      if (joins) await tx.getRepository(PanelMember).insert(newMember(id, joins, run.runBy));
      await tx.getRepository(Panel).update({ id }, { chairId: chair, version: version + 1 });
      await this.audit.record(tx, {
        actor: me,
        action: 'panel.members-changed',
        subject: { kind: 'panel', id },
        reason: reason.trim(),
        details: { excused: excuse ?? null, invited: invite ?? null, chairId: chair },
      });
      if (joins) await this.notices.invited(tx, id, joins.id);
    });
  }

  /** Gives a panel up, with a reason. Throws 'not-found', 'conflict.stale', and 'panel.closed' once it has decided. */
  async dissolve(id: string, { version, reason }: ReturnDto, me: Actor): Promise<void> {
    await this.books.change(id, me, async (tx, seat) => {
      if (!seat.keepsRecord) throw notFound('panel');
      if (seat.book.panel.state !== 'proposed') seat.assertState('open');
      seat.assertVersion(version);
      await tx.getRepository(Panel).update({ id }, { state: 'dissolved', version: version + 1 });
      await this.audit.record(tx, { actor: me, action: 'panel.dissolved', subject: { kind: 'panel', id }, reason: reason.trim() });
    });
  }

  private newPanel(run: ShortlistRun, { chairId, seed }: { chairId: string; seed: number }, me: Actor): Panel {
    return {
      id: newId(),
      runId: run.id,
      postId: run.postId,
      country: run.requirement.country,
      level: run.requirement.level,
      state: 'open',
      version: 1,
      seed: String(seed),
      chairId,
      createdBy: me.accountId,
      createdAt: this.clock.iso(),
      overrideReason: '',
      analysis: '',
      proposedBy: null,
      proposedAt: null,
      confirmedBy: null,
      confirmedAt: null,
    };
  }
}

/** Members who take part, or will when they have declared. */
function active({ members }: PanelBook): string[] {
  return members.filter((member) => !['recused', 'excused'].includes(standingOf(member))).map(({ accountId }) => accountId);
}

function newMember(panelId: string, { id, role }: Invitable, runBy: string): Omit<PanelMember, 'panel'> {
  return {
    panelId,
    accountId: id,
    role,
    ranShortlist: id === runBy,
    conflict: null,
    description: '',
    declaredAt: null,
    resolvedBy: null,
    resolvedAt: null,
    resolution: '',
    excusedAt: null,
  };
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { DomainError, fieldError, notFound } from '../../core/errors.js';
import { standingOf } from '../../core/panel.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { DeclarationDto, RecusalDto, ResolutionDto } from './panel.dto.js';
import { PanelMember, PanelRecusal } from './panel.entity.js';
import { PanelBooks } from './panel-book.js';
import { PanelNotices } from './panel-notices.service.js';

/**
 * Conflicts of interest. A member describes one before anything is shown; whoever keeps the record, and knows who the
 * candidates are, compares it with them. So nobody learns a name in order to declare.
 */
@Injectable()
export class PanelDeclarations {
  constructor(
    private readonly books: PanelBooks,
    private readonly notices: PanelNotices,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Once, by a member. Throws 'not-found', 'input.invalid', 'panel.closed' when it was done before. */
  async declare(id: string, { conflict, description = '' }: DeclarationDto, me: Actor): Promise<void> {
    if (conflict !== 'none' && description.trim() === '')
      throw fieldError('description', 'Describe the conflict: with whom, and of what kind.');
    await this.books.change(id, me, async (tx, seat) => {
      const { standing } = seat;
      if (standing === null) throw notFound('panel');
      seat.assertState('open');
      if (standing !== 'undeclared')
        throw new DomainError('panel.closed', 'You have declared already. Step back from a candidate on the page of the candidate.');
      await tx
        .getRepository(PanelMember)
        .update(
          { panelId: id, accountId: me.accountId },
          { conflict, description: conflict === 'none' ? '' : description.trim(), declaredAt: this.clock.iso() },
        );
      await this.record(tx, { actor: me, action: 'panel.declared', id, details: { conflict } });
      if (conflict !== 'none') await this.notices.conflictDeclared(tx, id, me.accountId);
    });
  }

  /** Compares a described conflict with the candidates. Throws 'not-found', 'input.invalid', 'panel.closed' when nothing waits. */
  async resolve(id: string, { accountId, letters = [], resolution }: ResolutionDto, me: Actor): Promise<void> {
    await this.books.change(id, me, async (tx, seat) => {
      const member = seat.book.member(accountId);
      if (!seat.keepsRecord || !member) throw notFound('panel');
      seat.assertState('open');
      if (standingOf(member) !== 'waiting')
        throw new DomainError('panel.closed', 'No described conflict of this member waits to be compared.');
      if (letters.some((letter) => !seat.book.candidates.some((candidate) => candidate.letter === letter)))
        throw fieldError('letters', 'Choose letters of this panel.');
      for (const letter of letters) await this.recuse(tx, { id, accountId, letter, reason: resolution.trim() }, me);
      await tx
        .getRepository(PanelMember)
        .update({ panelId: id, accountId }, { resolvedBy: me.accountId, resolvedAt: this.clock.iso(), resolution: resolution.trim() });
      await this.record(tx, { actor: me, action: 'panel.conflict-compared', id, details: { accountId, letters } });
    });
  }

  /** A member steps back from a candidate, as long as their rating does not stand. Throws as `Seat.assertRates`, 'panel.handed-in'. */
  async stepBack(id: string, letter: string, { reason }: RecusalDto, me: Actor): Promise<void> {
    await this.books.change(id, me, async (tx, seat) => {
      seat.assertRates(letter);
      seat.assertState('open');
      if (seat.book.rating(me.accountId, letter)?.handedInAt)
        throw new DomainError('panel.handed-in', 'You have handed in your rating of this candidate. Tell the chair about the conflict.');
      await this.recuse(tx, { id, accountId: me.accountId, letter, reason: reason.trim() }, me);
      await this.record(tx, { actor: me, action: 'panel.stepped-back', id, details: { letter } });
    });
  }

  private async recuse(
    tx: Tx,
    { id, accountId, letter, reason }: { id: string; accountId: string; letter: string; reason: string },
    me: Actor,
  ): Promise<void> {
    const row = { panelId: id, accountId, letter, reason, recusedBy: me.accountId, recusedAt: this.clock.iso() };
    await tx.getRepository(PanelRecusal).insert(row);
  }

  private record(
    tx: Tx,
    { actor, action, id, details }: { actor: Actor; action: string; id: string; details: Record<string, unknown> },
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'panel', id }, details });
  }
}

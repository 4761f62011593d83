import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { analysisReasons } from '../../core/balance.js';
import { DomainError, fieldError } from '../../core/errors.js';
import { assertSecondPerson, decisionProblems, type FullScores, inversions, PANEL_CRITERIA } from '../../core/panel.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { ConfirmationDto, ConsensusDto, DecisionDto, ReturnDto } from './panel.dto.js';
import { Panel, PanelCandidate } from './panel.entity.js';
import { PanelBooks, type Seat } from './panel-book.js';
import { PanelNotices } from './panel-notices.service.js';
import { PanelPeople } from './panel-people.service.js';

/** From ratings to a decision: people agree, one proposes, another confirms. The machine decides nothing. */
@Injectable()
export class PanelDecisions {
  constructor(
    private readonly books: PanelBooks,
    private readonly people: PanelPeople,
    private readonly notices: PanelNotices,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What the panel agreed on about a candidate after every rating is in, recorded by the chair. Can be recorded anew until a decision is proposed. */
  async agree(id: string, letter: string, { scores, reason }: ConsensusDto, me: Actor): Promise<void> {
    await this.books.change(id, me, async (tx, seat) => {
      seat.assertRates(letter);
      assertLeads(seat, letter);
      seat.assertState('open');
      assertRated(seat, letter);
      const missing = PANEL_CRITERIA.filter((name) => scores[name] === undefined);
      const problems = missing.map((name) => ({ field: `scores.${name}`, message: 'Give the agreed rating from 1 to 5.' }));
      if (problems.length > 0) throw new DomainError('input.invalid', 'Agreed ratings are missing.', problems);
      const consensus = Object.fromEntries(PANEL_CRITERIA.map((name) => [name, scores[name]])) as FullScores;
      await tx.getRepository(PanelCandidate).update({ panelId: id, letter }, { consensus, consensusReason: reason.trim() });
      await this.record(tx, me, { action: 'panel.agreed', id, reason: reason.trim(), details: { letter, consensus } });
    });
  }

  /**
   * The chair proposes an outcome for every candidate. Throws 'panel.ratings-missing' before everybody has rated and agreed,
   * 'input.invalid' as `decisionProblems` says, and 'panel.analysis-needed' for a thin recommendation without an analysis.
   */
  async propose(id: string, dto: DecisionDto, me: Actor): Promise<void> {
    const genders = await this.people.genders(id);
    await this.books.change(id, me, async (tx, seat) => {
      const { book } = seat;
      seat.assertResult();
      assertLeads(seat);
      seat.assertState('open');
      seat.assertVersion(dto.version);
      for (const { letter, consensus } of book.candidates) {
        assertRated(seat, letter);
        if (consensus === null && book.raters(letter).length > 0)
          throw new DomainError('panel.ratings-missing', `Record first what the panel agreed on about candidate ${letter}.`);
      }
      const ranks = new Map(book.candidates.map(({ letter, machineRank }) => [letter, machineRank]));
      const problems = decisionProblems(dto, ranks);
      if (problems.length > 0) throw new DomainError('input.invalid', problems.map(({ message }) => message).join(' '), problems);
      const recommended = dto.outcomes.filter(({ outcome }) => outcome !== 'not-selected');
      const asksFor = analysisReasons(recommended.map(({ letter }) => genders.get(letter) ?? 'not-stated'));
      if (asksFor.length > 0 && dto.analysis.trim() === '')
        throw fieldError(
          'analysis',
          `Write an analysis: ${asksFor.map((reason) => (reason === 'no-woman' ? 'no woman is' : 'fewer than two people are')).join(', and ')} among those selected or in reserve.`,
          'panel.analysis-needed',
        );
      for (const { letter, outcome, reason } of dto.outcomes)
        await tx.getRepository(PanelCandidate).update({ panelId: id, letter }, { outcome, outcomeReason: reason.trim() });
      const turned = inversions(dto.outcomes, ranks);
      await this.move(tx, seat, {
        state: 'proposed',
        overrideReason: turned.length > 0 ? dto.overrideReason.trim() : '',
        analysis: asksFor.length > 0 ? dto.analysis.trim() : '',
        proposedBy: me.accountId,
        proposedAt: this.clock.iso(),
      });
      const outcomes = dto.outcomes.map(({ letter, outcome }) => ({ letter, outcome }));
      await this.record(tx, me, {
        action: 'panel.proposed',
        id,
        reason: dto.overrideReason.trim(),
        details: { outcomes, turned, asksFor },
      });
      await this.notices.toConfirm(tx, book, me.accountId);
    });
  }

  /** A second member stands for the decision. Throws 'panel.second-person' for the one who proposed it. */
  async confirm(id: string, { version }: ConfirmationDto, me: Actor): Promise<void> {
    await this.books.change(id, me, async (tx, seat) => {
      assertSecond(seat, version);
      await this.move(tx, seat, { state: 'decided', confirmedBy: me.accountId, confirmedAt: this.clock.iso() });
      await this.record(tx, me, { action: 'panel.decided', id, details: { version } });
    });
  }

  /** A second member does not agree: back to the discussion, with a reason. */
  async sendBack(id: string, { version, reason }: ReturnDto, me: Actor): Promise<void> {
    await this.books.change(id, me, async (tx, seat) => {
      assertSecond(seat, version);
      await this.move(tx, seat, { state: 'open', proposedBy: null, proposedAt: null });
      await this.record(tx, me, { action: 'panel.sent-back', id, reason: reason.trim(), details: { version } });
    });
  }

  private async move(tx: Tx, { book: { panel } }: Seat, change: Partial<Panel>): Promise<void> {
    await tx.getRepository(Panel).update({ id: panel.id }, { ...change, version: panel.version + 1 });
  }

  private record(
    tx: Tx,
    actor: Actor,
    { id, action, reason, details }: { id: string; action: string; reason?: string; details: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'panel', id }, ...(reason ? { reason } : {}), details });
  }
}

function assertLeads(seat: Seat, letter?: string): void {
  if (!seat.member) throw new DomainError('access.not-allowed', 'Only members of the panel decide.');
  if (seat.leads(letter)) return;
  assertNoConflict(seat);
  throw new DomainError('access.not-allowed', 'The chair of the panel does this.');
}

/** Who has a conflict with one candidate does not decide on all of them. */
function assertNoConflict({ book, me }: Seat): void {
  if (book.hasConflict(me.accountId))
    throw new DomainError('panel.recused', 'You stepped back from a candidate, so members without a conflict of interest decide.');
}

function assertRated({ book }: Seat, letter: string): void {
  const missing = book.missing(letter);
  if (missing > 0)
    throw new DomainError(
      'panel.ratings-missing',
      `${missing === 1 ? 'One rating' : `${missing} ratings`} of candidate ${letter} ${missing === 1 ? 'is' : 'are'} still to be handed in.`,
    );
}

function assertSecond(seat: Seat, version: number): void {
  if (!seat.member) throw new DomainError('access.not-allowed', 'Only members of the panel decide.');
  seat.assertResult();
  seat.assertState('proposed');
  seat.assertVersion(version);
  assertNoConflict(seat);
  assertSecondPerson(seat.book.panel.proposedBy, seat.me.accountId);
}

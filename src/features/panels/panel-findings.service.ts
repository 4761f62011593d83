import { Injectable } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { DomainError, notFound } from '../../core/errors.js';
import type { PanelCriterion } from '../../core/panel.js';
import { type CriterionClaims, type PanelClaim, panelClaims, type Seen } from '../../core/panel-claims.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { RosterClaims } from '../roster/index.js';
import type { FindingsDto } from './panel.dto.js';
import { Panel, PanelCandidate } from './panel.entity.js';
import { PanelBooks, type Seat } from './panel-book.js';
import type { PanelHead, Person } from './panel-view.js';
import { headOf, PanelViews } from './panel-views.service.js';

/** What a panel found out about a candidate, ready to be put on the expert's record. */
export interface FindingsView {
  readonly panel: PanelHead;
  readonly letter: string;
  readonly person: Person | null;
  /** What was agreed by criterion, and which claims follow from it. */
  readonly criteria: readonly CriterionClaims[];
  /** The profile as the panel saw it: what degrees and jobs are meant. */
  readonly evidence: Seen['evidence'];
  /** When it was put on record; null as long as nobody has. */
  readonly recordedAt: string | null;
  /** The criteria of which something was put on record. */
  readonly recordedCriteria: readonly PanelCriterion[];
  /** Degrees and jobs that were left as they are, because they had been changed since the panel saw them. */
  readonly overtaken: readonly PanelClaim[];
}

/**
 * Carries what a panel agreed on to the expert's record, once per candidate, after its decision: by whoever keeps the panel's
 * record and may change profiles, never by itself. Source: issue "Rules, complete", Evidence.
 */
@Injectable()
export class PanelFindings {
  constructor(
    private readonly books: PanelBooks,
    private readonly views: PanelViews,
    private readonly claims: RosterClaims,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What would be recorded. Throws 'not-found', 'panel.closed' before the decision, 'panel.ratings-missing' where nothing was agreed. */
  async proposal(id: string, letter: string, me: Actor): Promise<FindingsView> {
    const seat = await this.books.seat(id, me);
    const candidate = assertKeeps(seat, letter);
    const seen = await this.views.seen(seat.book.panel, candidate);
    return {
      panel: headOf(seat.book.panel),
      letter,
      person: (await this.views.persons(seat, [candidate])).get(letter) ?? null,
      criteria: panelClaims(agreed(candidate), seen),
      evidence: seen.evidence,
      recordedAt: candidate.recordedAt,
      recordedCriteria: candidate.recordedCriteria ?? [],
      overtaken: [],
    };
  }

  /**
   * Records what follows from the criteria that were chosen. Throws as `proposal`, 'conflict.duplicate' when it was done
   * before, 'input.invalid' where no claim follows, 'not-found' for an expert who has left the roster.
   */
  async record(id: string, letter: string, { criteria, how }: FindingsDto, me: Actor): Promise<FindingsView> {
    const overtaken = await this.books.change(id, me, async (tx, seat) => {
      const candidate = assertKeeps(seat, letter);
      if (candidate.recordedAt)
        throw new DomainError('conflict.duplicate', 'What the panel found out about this candidate is on record already.');
      const seen = await this.views.seen(seat.book.panel, candidate, tx);
      const chosen = panelClaims(agreed(candidate), seen).filter(({ criterion }) => criteria.includes(criterion));
      const found = chosen.flatMap(({ claims }) => claims);
      if (found.length === 0)
        throw new DomainError('input.invalid', 'No claim follows from these criteria.', [
          { field: 'criteria', message: 'Choose at least one criterion from which a claim follows.' },
        ]);
      const findings = { panelId: id, claims: found, seen: seen.evidence, how: how.trim() };
      const left = await this.claims.assess(tx, candidate.expertId, findings, me);
      const recordedCriteria = chosen.filter(({ claims }) => claims.length > 0).map(({ criterion }) => criterion);
      const recorded = { recordedBy: me.accountId, recordedAt: this.clock.iso(), recordedCriteria };
      await tx.getRepository(PanelCandidate).update({ panelId: id, letter }, recorded);
      await tx.getRepository(Panel).update({ id }, { version: seat.book.panel.version + 1 });
      await this.audit.record(tx, {
        actor: me,
        action: 'panel.findings-recorded',
        subject: { kind: 'panel', id },
        reason: how.trim(),
        details: { letter, criteria: recordedCriteria, claims: found.length - left.length, overtaken: left.length },
      });
      return left;
    });
    return { ...(await this.proposal(id, letter, me)), overtaken };
  }
}

/** The criteria from which something follows. */
export function fruitful({ criteria }: Pick<FindingsView, 'criteria'>): PanelCriterion[] {
  return criteria.filter(({ claims }) => claims.length > 0).map(({ criterion }) => criterion);
}

/** Whether somebody can put findings on record here, once the panel has decided. */
export function keepsFindings(seat: Seat): boolean {
  return seat.keepsRecord && may(seat.me, 'roster:edit') && seat.book.panel.state === 'decided';
}

function assertKeeps(seat: Seat, letter: string): PanelCandidate {
  if (!seat.keepsRecord || !may(seat.me, 'roster:edit') || !seat.mayKnow(letter)) throw notFound('panel');
  seat.assertState('decided');
  return seat.book.candidate(letter);
}

function agreed({ letter, consensus }: PanelCandidate): NonNullable<PanelCandidate['consensus']> {
  if (consensus === null)
    throw new DomainError(
      'panel.ratings-missing',
      `The panel agreed on nothing about candidate ${letter}, so nothing can be put on record.`,
    );
  return consensus;
}

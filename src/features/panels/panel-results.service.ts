import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { consensusSum, PANEL_CRITERIA, type PanelCriterion, panelPlaces, type Spread, spreadOf } from '../../core/panel.js';
import { AuditEntry } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { PanelBooks, type Seat } from './panel-book.js';
import { keepsFindings } from './panel-findings.service.js';
import { PanelPeople } from './panel-people.service.js';
import type { CandidateResult, HistoryLine, PanelResult } from './panel-view.js';
import { givenRatings, PanelViews } from './panel-views.service.js';

/** What came out: ratings beside each other, what was agreed, both orders, the decision and how it came about. */
@Injectable()
export class PanelResults {
  constructor(
    private readonly database: Database,
    private readonly books: PanelBooks,
    private readonly people: PanelPeople,
    private readonly views: PanelViews,
  ) {}

  /** Throws 'not-found', and 'panel.ratings-missing' to whoever has not handed in their own ratings. */
  async result(id: string, me: Actor): Promise<PanelResult> {
    const seat = await this.books.seat(id, me);
    seat.assertResult();
    await this.views.recordLook(seat);
    const names = await this.people.accountNames();
    const { book } = seat;
    const { panel } = book;
    const { country, level, state, version, createdAt, seed, overrideReason, analysis, proposedAt, confirmedAt } = panel;
    return {
      panel: { id, country, level, state, version, createdAt, seed, overrideReason, analysis, proposedAt, confirmedAt },
      proposedBy: panel.proposedBy && (names.get(panel.proposedBy) ?? ''),
      confirmedBy: panel.confirmedBy && (names.get(panel.confirmedBy) ?? ''),
      candidates: await this.candidates(seat, names),
      may: possibleSteps(seat),
      history: (await this.history(id, names)).filter(({ letter }) => letter === null || !book.isRecused(me.accountId, letter)),
    };
  }

  private async candidates(seat: Seat, names: ReadonlyMap<string, string>): Promise<CandidateResult[]> {
    const { book, me } = seat;
    const shown = book.candidates.filter(({ letter }) => !seat.member || !book.isRecused(me.accountId, letter));
    const persons = await this.views.persons(seat, shown);
    const sums = new Map(
      book.candidates.flatMap(({ letter, consensus }) => (consensus ? [[letter, consensusSum(consensus)] as const] : [])),
    );
    const places = book.candidates.every(({ letter }) => sums.has(letter) || book.raters(letter).length === 0)
      ? panelPlaces(sums)
      : new Map();
    return shown
      .map(({ letter, machineRank, consensus, consensusReason, outcome, outcomeReason, recordedAt }) => {
        const ratings = givenRatings(seat, letter, names);
        return {
          letter,
          person: persons.get(letter) ?? null,
          machineRank,
          ratings,
          missing: book.missing(letter),
          spread: spreads(ratings),
          consensus,
          consensusReason,
          sum: sums.get(letter) ?? null,
          place: places.get(letter) ?? null,
          outcome,
          outcomeReason,
          recordedAt,
        };
      })
      .sort((a, b) => (a.place ?? 99) - (b.place ?? 99) || (a.letter < b.letter ? -1 : 1));
  }

  /** From the audit trail; looks of auditors are left out, they change nothing. */
  private async history(id: string, names: ReadonlyMap<string, string>): Promise<HistoryLine[]> {
    const entries = await this.database.read
      .getRepository(AuditEntry)
      .find({ where: { subjectKind: 'panel', subjectId: id }, order: { id: 'ASC' } });
    return entries
      .filter(({ action }) => action !== 'panel.looked-at')
      .map(({ at, actorId, action, reason, details }) => ({
        at,
        name: names.get(actorId) ?? '',
        action,
        letter: letterIn(details),
        reason,
      }));
  }
}

function spreads(ratings: CandidateResult['ratings']): Record<PanelCriterion, Spread | null> {
  return Object.fromEntries(PANEL_CRITERIA.map((name) => [name, spreadOf(ratings.flatMap(({ scores }) => scores[name] ?? []))])) as Record<
    PanelCriterion,
    Spread | null
  >;
}

function possibleSteps(seat: Seat): PanelResult['may'] {
  const { book, me, member } = seat;
  const { panel } = book;
  const letters = book.candidates.map(({ letter }) => letter);
  const agreed = book.candidates.every(({ letter, consensus }) => consensus !== null || book.raters(letter).length === 0);
  return {
    agree: panel.state === 'open' ? letters.filter((letter) => book.missing(letter) === 0 && seat.leads(letter)) : [],
    propose: panel.state === 'open' && book.isComplete && agreed && seat.leads(),
    confirm: member !== undefined && panel.state === 'proposed' && panel.proposedBy !== me.accountId && !book.hasConflict(me.accountId),
    record: keepsFindings(seat)
      ? book.candidates.flatMap(({ letter, consensus, recordedAt }) => (consensus && !recordedAt && seat.mayKnow(letter) ? [letter] : []))
      : [],
  };
}

function letterIn(details: object): string | null {
  return 'letter' in details && typeof details.letter === 'string' ? details.letter : null;
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { blindCard } from '../../core/blind-card.js';
import { DomainError } from '../../core/errors.js';
import { assertCleared, standingOf } from '../../core/panel.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { ShortlistCandidate, ShortlistRun } from '../shortlists/index.js';
import type { Panel, PanelCandidate } from './panel.entity.js';
import { PanelBooks, type Seat } from './panel-book.js';
import { PanelPeople } from './panel-people.service.js';
import type { CandidateCard, CandidateLine, GivenRating, MemberLine, PanelHead, PanelLine, PanelOverview, Person } from './panel-view.js';

/** Shows panels, each person as much as the rules of the blind view let them know. An auditor's look is recorded. */
@Injectable()
export class PanelViews {
  constructor(
    private readonly database: Database,
    private readonly books: PanelBooks,
    private readonly people: PanelPeople,
    private readonly audit: Audit,
  ) {}

  /** Newest first. */
  async list(me: Actor): Promise<PanelLine[]> {
    return (await this.books.list(me)).map((seat) => ({ ...headOf(seat.book.panel), mine: mineOf(seat) }));
  }

  /** Who is on it and how far it is. Candidates come after the declaration. Throws 'not-found'. */
  async overview(id: string, me: Actor): Promise<PanelOverview> {
    const seat = await this.books.seat(id, me);
    await this.recordLook(seat);
    const names = await this.people.accountNames();
    return {
      panel: headOf(seat.book.panel),
      mine: mineOf(seat),
      keepsRecord: seat.keepsRecord,
      members: seat.book.members.map((member) => memberLine(seat, member, names)),
      candidates: seat.standing === null || seat.standing === 'cleared' ? await this.candidateLines(seat) : [],
      resultIsOpen: isResultOpen(seat),
    };
  }

  /** One candidate: blind, and with name and all ratings after one's own is in. Throws 'not-found', 'panel.not-declared', 'panel.recused'. */
  async card(id: string, letter: string, me: Actor): Promise<CandidateCard> {
    const seat = await this.books.seat(id, me);
    const { book } = seat;
    if (seat.standing) assertCleared(seat.standing);
    const candidate = book.candidate(letter);
    if (seat.member) seat.assertRates(letter);
    await this.recordLook(seat);
    const { requirement, evidence, explanation } = await this.seen(book.panel, candidate);
    const own = book.rating(me.accountId, letter);
    const letters = seat.member ? book.duties(me.accountId).map((each) => each.letter) : book.candidates.map((each) => each.letter);
    return {
      panel: headOf(book.panel),
      letter,
      card: blindCard(explanation, evidence, requirement),
      mine: seat.member
        ? {
            scores: own?.scores ?? {},
            notes: own?.notes ?? {},
            comment: own?.comment ?? '',
            version: own?.version ?? 0,
            handedInAt: own?.handedInAt ?? null,
          }
        : null,
      person: (await this.persons(seat, [candidate])).get(letter) ?? null,
      ratings: seat.mayReadRatings(letter) ? givenRatings(seat, letter, await this.people.accountNames()) : null,
      next: letters[letters.indexOf(letter) + 1] ?? null,
    };
  }

  /** By letter, only of candidates whom the reader may know. */
  async persons(seat: Seat, candidates: readonly PanelCandidate[]): Promise<ReadonlyMap<string, Person>> {
    const known = candidates.filter(({ letter }) => seat.mayKnow(letter));
    const names = await this.people.candidates(known.map(({ expertId }) => expertId));
    return new Map(known.map(({ letter, number, expertId }) => [letter, { number, name: names.get(expertId) ?? null }]));
  }

  /** Outside a transaction. */
  async recordLook({ me, book: { panel } }: Seat): Promise<void> {
    if (me.role !== 'auditor') return;
    await this.database.transaction((tx) =>
      this.audit.record(tx, { actor: me, action: 'panel.looked-at', subject: { kind: 'panel', id: panel.id } }),
    );
  }

  private async candidateLines(seat: Seat): Promise<CandidateLine[]> {
    const { book, me } = seat;
    const persons = await this.persons(seat, book.candidates);
    return book.candidates.map(({ letter }) => {
      const rating = book.rating(me.accountId, letter);
      const mine = book.isRecused(me.accountId, letter) ? 'recused' : rating === undefined ? 'none' : rating.handedInAt ? 'in' : 'draft';
      return { letter, mine, missing: book.missing(letter), person: persons.get(letter) ?? null };
    });
  }

  /** What the panel has before it about a candidate, as the run kept it. It says who it is: the caller has decided who may know. */
  async seen({ runId }: Panel, { number }: PanelCandidate, manager = this.database.read) {
    const { requirement } = await manager.getRepository(ShortlistRun).findOneByOrFail({ id: runId });
    const { explanation, evidence } = await manager.getRepository(ShortlistCandidate).findOneByOrFail({ runId, number });
    if (!explanation || !evidence) throw new Error('a candidate of a panel was kept without explanation');
    return { requirement, evidence, explanation, gates: explanation.gates };
  }
}

export function headOf({ id, country, level, state, version, createdAt }: Panel): PanelHead {
  return { id, country, level, state, version, createdAt };
}

/** The ratings that stand, under the names of the members. */
export function givenRatings({ book }: Seat, letter: string, names: ReadonlyMap<string, string>): GivenRating[] {
  return book.handedIn(letter).map(({ accountId, scores, notes, comment, handedInAt }) => ({
    accountId,
    name: names.get(accountId) ?? '',
    scores,
    notes,
    comment,
    handedInAt,
  }));
}

function mineOf({ book, me, standing }: Seat): PanelLine['mine'] {
  return standing === null ? null : { standing, ...progressOf(book, me.accountId) };
}

function progressOf(book: Seat['book'], accountId: string) {
  const duties = book.duties(accountId);
  return { handedIn: duties.filter(({ letter }) => book.rating(accountId, letter)?.handedInAt).length, of: duties.length };
}

function memberLine(
  { book, me, keepsRecord }: Seat,
  member: Seat['book']['members'][number],
  names: ReadonlyMap<string, string>,
): MemberLine {
  const { accountId, role, ranShortlist, description } = member;
  const mayReadConflict = keepsRecord || me.role === 'auditor' || accountId === me.accountId;
  return {
    accountId,
    name: names.get(accountId) ?? '',
    role,
    chairs: accountId === book.panel.chairId,
    standing: standingOf(member),
    ranShortlist,
    description: mayReadConflict ? description : null,
    ...progressOf(book, accountId),
  };
}

function isResultOpen(seat: Seat): boolean {
  try {
    seat.assertResult();
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

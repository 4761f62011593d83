import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, may } from '../../core/access.js';
import { DomainError, notFound } from '../../core/errors.js';
import { assertCleared, type Standing, standingOf } from '../../core/panel.js';
import { Database, lockRow, type Tx } from '../../platform/database/index.js';
import { ShortlistCandidate } from '../shortlists/index.js';
import { Panel, PanelCandidate, PanelMember, PanelRating, PanelRecusal, type PanelState } from './panel.entity.js';

/** Everything that is kept of one panel: at most 26 candidates and a few members. */
export class PanelBook {
  constructor(
    readonly panel: Panel,
    readonly members: readonly PanelMember[],
    /** By letter, which is not the order of the shortlist. */
    readonly candidates: readonly PanelCandidate[],
    readonly recusals: readonly PanelRecusal[],
    readonly ratings: readonly PanelRating[],
  ) {}

  member(accountId: string): PanelMember | undefined {
    return this.members.find((member) => member.accountId === accountId);
  }

  /** Throws 'not-found'. */
  candidate(letter: string): PanelCandidate {
    const found = this.candidates.find((candidate) => candidate.letter === letter);
    if (!found) throw notFound('candidate');
    return found;
  }

  isRecused(accountId: string, letter: string): boolean {
    return this.recusals.some((recusal) => recusal.accountId === accountId && recusal.letter === letter);
  }

  /** Whether the member stepped back from any candidate, and so does not decide on all of them. */
  hasConflict(accountId: string): boolean {
    return this.recusals.some((recusal) => recusal.accountId === accountId);
  }

  rating(accountId: string, letter: string): PanelRating | undefined {
    return this.ratings.find((rating) => rating.accountId === accountId && rating.letter === letter);
  }

  /** Members whose rating of this candidate is wanted, whether or not they have declared yet. */
  raters(letter: string): PanelMember[] {
    return this.members.filter((member) => {
      const standing = standingOf(member);
      if (standing === 'recused' || this.isRecused(member.accountId, letter)) return false;
      return standing !== 'excused' || Boolean(this.rating(member.accountId, letter)?.handedInAt);
    });
  }

  /** Ratings that stand, in the order of the members. */
  handedIn(letter: string): PanelRating[] {
    return this.raters(letter).flatMap(({ accountId }) => {
      const rating = this.rating(accountId, letter);
      return rating?.handedInAt ? [rating] : [];
    });
  }

  /** How many ratings are still to be handed in for a candidate. */
  missing(letter: string): number {
    return this.raters(letter).length - this.handedIn(letter).length;
  }

  /** Candidates whom this member is to rate. */
  duties(accountId: string): PanelCandidate[] {
    return this.candidates.filter(({ letter }) => !this.isRecused(accountId, letter));
  }

  /** Whether the member has handed in everything that was theirs to rate. */
  isFinished(accountId: string): boolean {
    const member = this.member(accountId);
    if (!member || standingOf(member) !== 'cleared') return false;
    return this.duties(accountId).every(({ letter }) => this.rating(accountId, letter)?.handedInAt);
  }

  /** Whether every rating that is wanted has been handed in. */
  get isComplete(): boolean {
    return this.candidates.every(({ letter }) => this.missing(letter) === 0);
  }
}

/** How somebody looks at a panel: as a member, who is blind at first, or from the desk that keeps the record. */
export class Seat {
  constructor(
    readonly book: PanelBook,
    readonly me: Actor,
    /** Whether this account rates on another panel about the same post, and so must not learn names here. */
    private readonly blindElsewhere: boolean,
  ) {}

  get member(): PanelMember | undefined {
    return this.book.member(this.me.accountId);
  }

  /** Null for whoever is not a member. */
  get standing(): Standing | null {
    return this.member ? standingOf(this.member) : null;
  }

  /** A recruiter who does not sit on the panel keeps its record. */
  get keepsRecord(): boolean {
    return !this.member && may(this.me, 'panels:edit');
  }

  get isChair(): boolean {
    return this.book.panel.chairId === this.me.accountId;
  }

  /** Whether this person may know who the candidate is: a member after their own rating is in. */
  mayKnow(letter: string): boolean {
    const { book, me } = this;
    if (this.blindElsewhere) return false;
    if (!this.member) return true;
    return this.standing === 'cleared' && !book.isRecused(me.accountId, letter) && Boolean(book.rating(me.accountId, letter)?.handedInAt);
  }

  /** Whether this person may read what others think of the candidate. An auditor always may: the look is recorded. */
  mayReadRatings(letter: string): boolean {
    if (this.member) return this.mayKnow(letter);
    return this.me.role === 'auditor' || (this.book.missing(letter) === 0 && !this.blindElsewhere);
  }

  /** Whether this member leads: the chair, or anybody who may where the chair has a conflict of interest there. */
  leads(letter?: string): boolean {
    const { book, me } = this;
    const judges = (accountId: string) =>
      letter === undefined ? !book.hasConflict(accountId) : book.raters(letter).some((rater) => rater.accountId === accountId);
    return this.member !== undefined && judges(me.accountId) && (this.isChair || !judges(book.panel.chairId));
  }

  /** Throws unless the whole result may be read: what a member thinks is formed before that. */
  assertResult(): void {
    const { book, me } = this;
    if (this.standing) assertCleared(this.standing);
    if (this.member && !book.isFinished(me.accountId))
      throw new DomainError('panel.ratings-missing', 'Hand in your own ratings first; then those of the others are shown.');
    if (!this.member && me.role !== 'auditor' && (!book.isComplete || this.blindElsewhere))
      throw new DomainError('panel.ratings-missing', 'The result is shown when every member has handed in every rating.');
  }

  /** The member's own row. Throws 'not-found' for whoever only looks, 'panel.not-declared' and 'panel.recused' as the rules say. */
  assertRates(letter: string): void {
    if (!this.standing) throw notFound('panel');
    assertCleared(this.standing);
    this.book.candidate(letter);
    if (this.book.isRecused(this.me.accountId, letter))
      throw new DomainError('panel.recused', `You do not take part in what is decided about candidate ${letter}.`);
  }

  assertState(state: PanelState): void {
    const words: Readonly<Record<PanelState, string>> = {
      open: 'The panel still rates and discusses; no decision has been proposed.',
      proposed: 'A decision has been proposed. Another member confirms it or sends it back first.',
      decided: 'The panel has decided, and its record stands.',
      dissolved: 'The panel was dissolved. Its record stays; set up a new one to go on.',
    };
    if (this.book.panel.state !== state) throw new DomainError('panel.closed', words[this.book.panel.state]);
  }

  /** Throws 'conflict.stale' when the panel has moved since it was read. */
  assertVersion(version: number): void {
    if (this.book.panel.version !== version)
      throw new DomainError('conflict.stale', 'The panel has moved on since you opened the page. Load it again and look at what changed.');
  }
}

/** Nobody rates any more. */
const ENDED: readonly PanelState[] = ['decided', 'dissolved'];

/** Takes no part any more. */
const OUT: readonly Standing[] = ['recused', 'excused'];

/** Finds panels for whoever may see them: the members each their own, recruiters and auditors all. */
@Injectable()
export class PanelBooks {
  constructor(private readonly database: Database) {}

  /** Throws 'not-found'. */
  async seat(id: string, me: Actor): Promise<Seat> {
    return this.seatAt(await this.load(this.database.read, id), me, this.database.read);
  }

  /** One transaction with the panel locked, so that two people at once come one after the other. Throws 'not-found'. */
  change<T>(id: string, me: Actor, work: (tx: Tx, seat: Seat) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await lockRow(tx, Panel, { id });
      return work(tx, await this.seatAt(await this.load(tx, id), me, tx));
    });
  }

  /** One transaction in which a new panel is written. */
  begin<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  /** The first of a run, best first. */
  eligible(runId: string, count: number): Promise<ShortlistCandidate[]> {
    return this.database.read
      .getRepository(ShortlistCandidate)
      .find({ where: { runId, eligible: true }, order: { position: 'ASC' }, take: count });
  }

  /** For mails: nobody looks. Null when there is none. */
  book(id: string): Promise<PanelBook | null> {
    return this.load(this.database.read, id);
  }

  /** Panels that exist for this person, newest first. */
  async list(me: Actor): Promise<Seat[]> {
    const mine = (await this.database.read.getRepository(PanelMember).findBy({ accountId: me.accountId })).map(({ panelId }) => panelId);
    const panels = await this.database.read.getRepository(Panel).find({ order: { id: 'DESC' } });
    const seats: Seat[] = [];
    for (const { id } of panels)
      if (seesAll(me) || mine.includes(id)) seats.push(await this.seatAt(await this.load(this.database.read, id), me, this.database.read));
    return seats;
  }

  /**
   * Whether this account sits on a panel about the post and has ratings to hand in: then nothing about the post's
   * shortlists may tell who is on them.
   */
  async isBlind(postId: string, accountId: string, manager: EntityManager = this.database.read, except = ''): Promise<boolean> {
    for (const { panelId } of await manager.getRepository(PanelMember).findBy({ accountId })) {
      const book = await this.load(manager, panelId);
      if (book?.panel.postId !== postId || panelId === except || ENDED.includes(book.panel.state)) continue;
      const member = book.member(accountId);
      if (member && !OUT.includes(standingOf(member)) && !book.isFinished(accountId)) return true;
    }
    return false;
  }

  private async seatAt(book: PanelBook | null, me: Actor, manager: EntityManager): Promise<Seat> {
    if (!book || !(seesAll(me) || book.member(me.accountId))) throw notFound('panel');
    return new Seat(book, me, await this.isBlind(book.panel.postId, me.accountId, manager, book.panel.id));
  }

  private async load(manager: EntityManager, id: string): Promise<PanelBook | null> {
    const panel = await manager.getRepository(Panel).findOneBy({ id });
    if (!panel) return null;
    const where = { panelId: id };
    // One after the other: a transaction has one connection.
    const members = await manager.getRepository(PanelMember).find({ where, order: { accountId: 'ASC' } });
    const candidates = await manager.getRepository(PanelCandidate).find({ where, order: { letter: 'ASC' } });
    const recusals = await manager.getRepository(PanelRecusal).find({ where });
    const ratings = await manager.getRepository(PanelRating).find({ where });
    return new PanelBook(panel, members, candidates, recusals, ratings);
  }
}

/** Not a Resident Coordinator, not a panel member of the HRM: those see the panels that they sit on. */
function seesAll(me: Actor): boolean {
  return may(me, 'panels:edit') || may(me, 'audit:read');
}

import type { Role } from '../../core/access.js';
import type { BlindCard } from '../../core/blind-card.js';
import type { FullScores, Outcome, PanelCriterion, Scores, Spread, Standing } from '../../core/panel.js';
import type { Panel } from './panel.entity.js';

/** What everybody who sees a panel may know of it. */
export type PanelHead = Pick<Panel, 'id' | 'country' | 'level' | 'state' | 'version' | 'createdAt'>;

/** How far somebody has come. */
export interface Progress {
  readonly handedIn: number;
  readonly of: number;
}

export interface PanelLine extends PanelHead {
  /** Null for whoever is not a member. */
  readonly mine: (Progress & { readonly standing: Standing }) | null;
}

export interface MemberLine extends Progress {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  readonly chairs: boolean;
  readonly standing: Standing;
  /** Ran the shortlist, and so may have known the candidates before. */
  readonly ranShortlist: boolean;
  /** The conflict in the member's own words: for whoever keeps the record, the auditor, and the member. */
  readonly description: string | null;
}

/** A candidate as far as the reader may know them. */
export interface CandidateLine {
  readonly letter: string;
  readonly mine: 'none' | 'draft' | 'in' | 'recused';
  /** Ratings that are still to come. */
  readonly missing: number;
  readonly person: Person | null;
}

export interface Person {
  readonly number: number;
  /** Null when they have left the roster. */
  readonly name: string | null;
}

export interface PanelOverview {
  readonly panel: PanelHead;
  readonly mine: PanelLine['mine'];
  readonly keepsRecord: boolean;
  readonly members: readonly MemberLine[];
  /** Empty until the reader has declared. */
  readonly candidates: readonly CandidateLine[];
  readonly resultIsOpen: boolean;
}

export interface OwnRating {
  readonly scores: Scores;
  readonly notes: Readonly<Partial<Record<PanelCriterion, string>>>;
  readonly comment: string;
  /** 0 before the first saving. */
  readonly version: number;
  readonly handedInAt: string | null;
}

export interface GivenRating extends Omit<OwnRating, 'version'> {
  readonly accountId: string;
  readonly name: string;
}

export interface CandidateCard {
  readonly panel: PanelHead;
  readonly letter: string;
  readonly card: BlindCard;
  /** Null for whoever is not a member. */
  readonly mine: OwnRating | null;
  /** Null until one's own rating is in. */
  readonly person: Person | null;
  /** Null until one's own rating is in. */
  readonly ratings: readonly GivenRating[] | null;
  /** The letters before and after, to go on. */
  readonly next: string | null;
}

export interface CandidateResult {
  readonly letter: string;
  readonly person: Person | null;
  readonly machineRank: number;
  readonly ratings: readonly GivenRating[];
  readonly missing: number;
  readonly spread: Readonly<Record<PanelCriterion, Spread | null>>;
  readonly consensus: FullScores | null;
  readonly consensusReason: string;
  /** Sum of the agreed ratings, 9 to 45, and the place by it; null before everything is agreed. */
  readonly sum: number | null;
  readonly place: number | null;
  readonly outcome: Outcome | null;
  readonly outcomeReason: string;
  /** When what the panel found out was put on the expert's record; null as long as nobody has. */
  readonly recordedAt: string | null;
}

export interface HistoryLine {
  readonly at: string;
  readonly name: string;
  readonly action: string;
  /** Of the candidate it is about; null when it is about all. */
  readonly letter: string | null;
  readonly reason: string | null;
}

export interface PanelResult {
  readonly panel: Pick<
    Panel,
    'id' | 'country' | 'level' | 'state' | 'version' | 'createdAt' | 'seed' | 'overrideReason' | 'analysis' | 'proposedAt' | 'confirmedAt'
  >;
  readonly proposedBy: string | null;
  readonly confirmedBy: string | null;
  /** By place where one is known, then by letter. */
  readonly candidates: readonly CandidateResult[];
  /** What the reader can do now. */
  readonly may: {
    readonly agree: readonly string[];
    readonly propose: boolean;
    readonly confirm: boolean;
    /** Letters of candidates of whom the findings can be put on record. */
    readonly record: readonly string[];
  };
  readonly history: readonly HistoryLine[];
}

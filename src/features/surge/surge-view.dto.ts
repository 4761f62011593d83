import type { Holding } from '../../core/deployments.js';
import type { PostLevel } from '../../core/grades.js';
import type { OfferState } from '../../core/offers.js';
import type { PlaceStanding, ReleaseState } from '../../core/release.js';
import type { ClockReading, FundingSource, Severity, SurgeState, SurgeStep, Urgency } from '../../core/surge.js';
import type { Alternative, SecondPersonRule, TermChange } from '../../core/surge-decision.js';
import type { QueueMove, QueueTerm } from '../../core/surge-queue.js';
import type { Stage, StageReading } from '../../core/surge-stages.js';
import type { PublicStatus } from '../../core/surge-status.js';
import type { Theme } from '../../core/themes.js';
import type { SurgeEventKind } from './entities/surge-event.entity.js';
import type { SurgeRequest } from './entities/surge-request.entity.js';
import { SurgeLanguageDto } from './surge.dto.js';
import { AlternativeView, LinkedRequest } from './surge-alternatives.dto.js';

/** The clock of a request as it reads now. */
export class ClockView {
  state!: 'not-started' | 'running' | 'paused' | 'stopped';
  allowedSeconds!: number;
  usedSeconds!: number;
  /** For how long it has stood still because the office owed an answer. */
  pausedSeconds!: number;
  /** Thousandths of the time allowed; above 1,000 when late. */
  usedPermille!: number;
  /** ISO moment; null while the clock does not run. */
  dueAt!: string | null;
  late!: boolean;
}

/** The clock of one stage as it reads now. */
export class StageView {
  stage!: Stage;
  /** `waiting`: not begun. `paused`: the office owes an answer. */
  state!: StageReading['state'];
  allowedSeconds!: number;
  usedSeconds!: number;
  /** For how long it has stood still because the office owed an answer. */
  pausedSeconds!: number;
  /** ISO moment; null unless it runs. */
  dueAt!: string | null;
  late!: boolean;
}

/** A request as it is shown: all of it but the tokens of forms. */
export class RequestFacts implements Omit<SurgeRequest, 'formKey' | 'lastForm'> {
  id!: string;
  /** `SR-2026-0001` */
  reference!: string;
  /** ISO 3166-1 alpha-3. */
  country!: string;
  state!: SurgeState;
  /** A decision names the version that it was made on. */
  version!: number;
  urgency!: Urgency;
  urgencyReason!: string;
  /** 1 (limited) to 5 (mass atrocities possible). */
  severity!: Severity;
  situation!: string;
  tasks!: string;
  /** First and last day on mission; empty while a draft does not say. */
  startsOn!: string;
  endsOn!: string;
  /** Days of travel that are held as well, before the first and after the last day. */
  travelBefore!: number;
  travelAfter!: number;
  /** From when on the days of those who are asked are held. */
  holding!: Holding;
  seats!: number;
  level!: PostLevel;
  languages!: SurgeLanguageDto[];
  /** Empty: those of the country's needs. */
  themes!: Theme[];
  hosting!: string;
  security!: string;
  fundingSource!: FundingSource;
  /** Where an officer has put it in the queue. */
  move!: QueueMove;
  /** The declined request that this one follows; null for all others. */
  followsId!: string | null;
  createdBy!: string;
  createdAt!: string;
  officerId!: string | null;
  submittedAt!: string | null;
  /** Since when the office owes an answer; null while it owes none. */
  pausedAt!: string | null;
  pausedSeconds!: number;
  stoppedAt!: string | null;
  /** Since when nobody on the rosters matched; null while somebody does or nobody looks. */
  unmatchedSince!: string | null;
}

/** A request in the queue, with the numbers that its place was made from. */
export class QueueLine {
  /** 1 is next. The place in the whole queue, whatever is filtered or may be seen. */
  place!: number;
  /** Compared in this order, larger first; then the smaller reference. */
  terms!: Record<QueueTerm, number>;
  clock!: ClockView;
  /** The stage that runs or stands still; null where none does. */
  stage!: StageView | null;
  /** The colleague of the desk who has it; null while nobody does. */
  officer!: string | null;
  request!: RequestFacts;
}

/** What an officer has in the queue. */
export class OfficerLoad {
  /** Null: what nobody has taken. */
  officerId!: string | null;
  officer!: string | null;
  requests!: number;
  /** Of them late, as a whole or in their stage. */
  late!: number;
}

/** A request whose mission runs, or that is over. */
export class PastLine {
  id!: string;
  reference!: string;
  country!: string;
  state!: SurgeState;
  startsOn!: string;
  endsOn!: string;
  stoppedAt!: string | null;
}

export class PastPage {
  /** Those that left the queue last first. */
  requests!: PastLine[];
  /** The mark to ask for the next page with; null on the last. */
  next!: string | null;
}

/** One line of the history. */
export class EventView {
  kind!: SurgeEventKind;
  at!: string;
  /** The name of the colleague; `Expert` or `System` otherwise. */
  actor!: string;
  fromState!: SurgeState | null;
  toState!: SurgeState | null;
  reason!: string | null;
  /** What an approval changed of what was asked. */
  changes!: TermChange[];
  /** What was offered instead of the mission. */
  alternatives!: Alternative[];
  /** Why a second officer has to confirm. */
  rules!: SecondPersonRule[];
  /** To whom it was handed over. */
  officer!: string | null;
}

/** The release of an interagency expert by the agency, as it stands. */
export class ReleaseView {
  agency!: string;
  /** Whether somebody at the agency was told that the release is asked. */
  reachable!: boolean;
  state!: ReleaseState;
  deadline!: string;
  decidedAt!: string | null;
  /** Null where the reader may not know it. */
  reason!: string | null;
}

/** What an expert asked before answering, and what the desk answered. */
export class QuestionView {
  id!: string;
  askedAt!: string;
  question!: string;
  answeredAt!: string | null;
  answer!: string | null;
}

/** An offer as the reader may see it. */
export class OfferView {
  id!: string;
  /** Null where the reader may not know who it is. */
  expertId!: string | null;
  number!: number | null;
  name!: string | null;
  state!: OfferState;
  sentAt!: string;
  deadline!: string;
  answeredAt!: string | null;
  answerReason!: string | null;
  /** The expert's score when the offer was made, 0 to 1,000,000; null where the reader may not know it. */
  total!: number | null;
  /** Whether the place counts: accepted, and released where an agency has to. */
  standing!: PlaceStanding;
  release!: ReleaseView | null;
  /** Oldest first; empty where the reader may not read them. */
  questions!: QuestionView[];
}

/** Everything about one request. */
export class SurgeRequestView {
  request!: RequestFacts;
  clock!: ClockView;
  /** Every stage, in order. */
  stages!: StageView[];
  /** Null when it does not stand in the queue. */
  place!: number | null;
  /** Steps that the reader can take now. */
  steps!: SurgeStep[];
  freeSeats!: number;
  /** The colleague of the desk who has it; null while nobody does. */
  officer!: string | null;
  /** The account of who proposed the approval that now waits for a second person; null otherwise. */
  proposedBy!: string | null;
  /** What was offered instead of the declined mission; empty for all others. */
  alternatives!: AlternativeView[];
  /** The declined request that this one follows; null for all others. */
  follows!: LinkedRequest | null;
  offers!: OfferView[];
  /** Oldest first. */
  events!: EventView[];
}

/** What of a request can be shown to anybody: neither who, where, when nor why. */
export class SurgeStatus implements PublicStatus {
  reference!: string;
  state!: SurgeState;
  /** Whether the office owes the desk an answer. */
  answerOwed!: boolean;
  places!: number;
  /** Places that are certain: accepted, and released where an agency has to. */
  certain!: number;
  clock!: Pick<ClockView, 'state' | 'late'>;
}

/** The state of an offer after an answer. */
export class OfferAnswered {
  state!: 'accepted' | 'declined';
  /** Whether the place counts yet: an acceptance waits for the agency's release where one is needed. */
  standing!: PlaceStanding;
  reference!: string;
}

/** A release as the agency's focal point sees it: who is asked to go where, when and what for. */
export class ReleaseCase {
  id!: string;
  state!: ReleaseState;
  /** Whether it can still be decided. */
  open!: boolean;
  askedAt!: string;
  deadline!: string;
  decidedAt!: string | null;
  reason!: string | null;
  /** Whether the expert has accepted already. */
  accepted!: boolean;
  expertId!: string;
  number!: number;
  name!: string | null;
  reference!: string;
  country!: string;
  urgency!: Urgency;
  startsOn!: string;
  endsOn!: string;
  travelBefore!: number;
  travelAfter!: number;
  tasks!: string;
  hosting!: string;
  security!: string;
}

/** Without the tokens of forms. */
export function factsOf({ formKey: _, lastForm: __, ...facts }: SurgeRequest): RequestFacts {
  return facts;
}

export function clockView({ dueAt, ...clock }: ClockReading): ClockView {
  return { ...clock, dueAt: momentOf(dueAt) };
}

export function stageView({ dueAt, ...stage }: StageReading): StageView {
  return { ...stage, dueAt: momentOf(dueAt) };
}

function momentOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

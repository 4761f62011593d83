import type { PostLevel } from '../../core/grades.js';
import type { OfferState } from '../../core/offers.js';
import type { FundingSource, Severity, SurgeState, SurgeStep, Urgency } from '../../core/surge.js';
import type { QueueMove, QueueTerm } from '../../core/surge-queue.js';
import type { Theme } from '../../core/themes.js';
import type { SurgeEventKind } from './entities/surge-event.entity.js';
import type { SurgeRequest } from './entities/surge-request.entity.js';
import { SurgeLanguageDto } from './surge.dto.js';

/** The clock of a request as it reads now. */
export class ClockView {
  state!: 'not-started' | 'running' | 'paused' | 'stopped';
  allowedSeconds!: number;
  usedSeconds!: number;
  /** Thousandths of the time allowed; above 1,000 when late. */
  usedPermille!: number;
  /** ISO moment; null while the clock does not run. */
  dueAt!: string | null;
  late!: boolean;
}

/** A request as it is shown: all of it but the token of the form that it came from. */
export class RequestFacts implements Omit<SurgeRequest, 'formKey'> {
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
  createdBy!: string;
  createdAt!: string;
  officerId!: string | null;
  submittedAt!: string | null;
  pausedAt!: string | null;
  pausedSeconds!: number;
  stoppedAt!: string | null;
}

/** A request in the queue, with the numbers that its place was made from. */
export class QueueLine {
  /** 1 is next. The place in the whole queue, whatever is filtered or may be seen. */
  place!: number;
  /** Compared in this order, larger first; then the smaller reference. */
  terms!: Record<QueueTerm, number>;
  clock!: ClockView;
  request!: RequestFacts;
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
  /** Newest first. */
  requests!: PastLine[];
  total!: number;
  page!: number;
  pageSize!: number;
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
}

/** Everything about one request. */
export class SurgeRequestView {
  request!: RequestFacts;
  clock!: ClockView;
  /** Null when it does not stand in the queue. */
  place!: number | null;
  /** Steps that the reader can take now. */
  steps!: SurgeStep[];
  freeSeats!: number;
  /** The colleague of the desk who has it; null while nobody does. */
  officer!: string | null;
  offers!: OfferView[];
  /** Oldest first. */
  events!: EventView[];
}

/** The state of an offer after an answer. */
export class OfferAnswered {
  state!: 'accepted' | 'declined';
  reference!: string;
}

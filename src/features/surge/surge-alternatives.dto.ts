import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { IsoDate } from '../../core/dates.js';
import type { SurgeState } from '../../core/surge.js';
import {
  ALTERNATIVE_STEP_NAMES,
  type AlternativeState,
  type AlternativeStep,
  type ArrangementClock,
  LONGEST_WHO,
} from '../../core/surge-alternatives.js';
import { LONGEST_TEXT } from '../../core/surge-ask.js';
import type { Alternative } from '../../core/surge-decision.js';
import { IsDay } from '../../platform/http/index.js';

const WHO = { message: `Say in at most ${LONGEST_WHO} characters who helps: a name, or the office that does.` };

/** What an office answers to what was offered instead, or how the desk arranged it. */
export class AlternativeStepDto {
  @IsIn(ALTERNATIVE_STEP_NAMES, { message: `Choose one of ${ALTERNATIVE_STEP_NAMES.join(', ')}.` })
  step!: AlternativeStep;

  /** What the office says with its answer; the desk reads it. */
  @IsOptional()
  @MaxLength(LONGEST_TEXT, { message: `Shorten this to ${LONGEST_TEXT} characters.` })
  @IsString({ message: 'Write what you want to say as text, or leave it out.' })
  reason?: string;

  /** Needed to arrange: a name, or the office that helps. */
  @IsOptional()
  @MaxLength(LONGEST_WHO, WHO)
  @IsString(WHO)
  who?: string;

  /** Needed to arrange: the last day of the support. */
  @IsOptional()
  @IsDay({ message: 'Give the last day of the support as YYYY-MM-DD, for example 2026-12-31.' })
  until?: IsoDate;
}

/** A request that is named beside another. */
export class LinkedRequest {
  id!: string;
  reference!: string;
  state!: SurgeState;
}

/** The time that the desk has to arrange what was taken up. */
export class ArrangementClockView implements Omit<ArrangementClock, 'dueAt'> {
  allowedSeconds!: number;
  usedSeconds!: number;
  /** ISO moment; null once it is arranged. */
  dueAt!: string | null;
  late!: boolean;
}

/** Something that was offered instead of a declined mission, as it stands. */
export class AlternativeView {
  alternative!: Alternative;
  state!: AlternativeState;
  offeredAt!: string;
  answeredAt!: string | null;
  /** What the office said with its answer. */
  answerReason!: string | null;
  /** The request that was written for a technical mission; null before, and for the desk while it is a draft. */
  followUp!: LinkedRequest | null;
  /** Who helps, and the last day of it. */
  who!: string | null;
  until!: IsoDate | null;
  arrangedAt!: string | null;
  /** Null where nothing is to be arranged. */
  clock!: ArrangementClockView | null;
  /** Steps that the reader can take now. */
  steps!: AlternativeStep[];
}

/** Support that an office took up and that waits to be arranged. */
export class ToArrange {
  request!: LinkedRequest;
  country!: string;
  alternative!: Alternative;
  clock!: ArrangementClockView;
}

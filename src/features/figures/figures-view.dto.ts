import type { Gap, StageFigures, SurgeFigures, UnmetReason } from '../../core/figures.js';
import type { Language } from '../../core/languages.js';
import type { OfferState } from '../../core/offers.js';
import type { Urgency } from '../../core/surge.js';
import type { Stage } from '../../core/surge-stages.js';
import type { Theme } from '../../core/themes.js';

/** How a stage went, over the requests of one urgency that have left it. */
export class StageFiguresView implements StageFigures {
  stage!: Stage;
  urgency!: Urgency;
  /** Requests that have left the stage. */
  count!: number;
  /** Of them within the time allowed. */
  inTime!: number;
  /** The lower middle of an even number; null where there is none. */
  medianSeconds!: number | null;
  allowedSeconds!: number;
}

/** Places that asked for a language, and those that were filled. */
export class LanguageGapView implements Gap<Language> {
  name!: Language;
  requests!: number;
  seats!: number;
  filled!: number;
}

/** Places that asked for a theme, and those that were filled. */
export class ThemeGapView implements Gap<Theme> {
  name!: Theme;
  requests!: number;
  seats!: number;
  filled!: number;
}

/** The references of requests that ended without everybody they asked for. */
export class UnmetView {
  reason!: UnmetReason;
  requests!: string[];
}

/** The figures of a year. Drafts do not count. */
export class FiguresView implements SurgeFigures {
  /** In which the requests were begun. */
  year!: number;
  requests!: number;
  /** Places asked for. */
  seats!: number;
  /** Places that are firm. */
  filled!: number;
  stages!: StageFiguresView[];
  /** How many offers stand where. */
  offers!: Record<OfferState, number>;
  byLanguage!: LanguageGapView[];
  byTheme!: ThemeGapView[];
  unmet!: UnmetView[];
}

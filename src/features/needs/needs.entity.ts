import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CountryCode } from '../../core/expert.js';
import type { ContextFlag, NeedTerm } from '../../core/needs.js';
import type { LanguageNeed } from '../../core/requirement.js';
import type { Theme } from '../../core/themes.js';
import type { Action, Response } from '../../core/upr.js';

/** One imported recommendation, without its text. A review is a country and a session; an import replaces whole reviews. */
@Entity('upr_recommendations')
export class UprRecommendation {
  @PrimaryColumn('varchar')
  country!: CountryCode;

  @PrimaryColumn('integer')
  session!: number;

  /** Counts from 1 within the review. */
  @PrimaryColumn('integer')
  number!: number;

  @Column('varchar')
  response!: Response;

  @Column('integer', { nullable: true })
  action!: Action | null;

  /** Slugs in the order of THEMES, joined by commas: there are tens of thousands of these rows. */
  @Column('text')
  themes!: string;
}

/** What was computed for a country by the last import. Rewritten as a whole, never edited. */
@Entity('country_needs')
export class ComputedNeed {
  @PrimaryColumn('varchar')
  country!: CountryCode;

  @Column('integer')
  recommendations!: number;

  @Column('simple-json')
  sessions!: number[];

  @Column('integer')
  newestSession!: number;

  @Column('integer')
  highestPoints!: number;

  @Column('varchar')
  computedAt!: string;
}

@Entity('country_need_themes')
export class ComputedNeedTheme {
  @PrimaryColumn('varchar')
  country!: CountryCode;

  @PrimaryColumn('varchar')
  theme!: Theme;

  @Column('integer')
  count!: number;

  @Column('integer')
  points!: number;

  /** By the formula, 0 to 100. */
  @Column('integer')
  weight!: number;

  @Column('simple-json')
  terms!: NeedTerm[];
}

/** What people state about a country's situation. */
@Entity('country_need_contexts')
export class CountryContext {
  @PrimaryColumn('varchar')
  country!: CountryCode;

  @Column('simple-json')
  flags!: ContextFlag[];

  @Column('simple-json')
  requiredLanguages!: LanguageNeed[];

  @Column('simple-json')
  desiredLanguages!: LanguageNeed[];

  @Column('text')
  regionalCapacity!: string;

  @Column('text')
  assessment!: string;

  @Column('integer')
  version!: number;
}

/** A weight set by a person. Only ever added to; the last one of a theme counts. */
@Entity('need_weight_overrides')
export class WeightOverrideRow {
  @PrimaryColumn('varchar')
  country!: CountryCode;

  /** Counts from 1 within the country. */
  @PrimaryColumn('integer')
  number!: number;

  @Column('varchar')
  theme!: Theme;

  /** 0 to 100; null goes back to the computed weight. */
  @Column('integer', { nullable: true })
  weight!: number | null;

  @Column('text')
  reason!: string;

  @Column('varchar')
  accountId!: string;

  /** The account's name at that time, because accounts come and go and the decision stays. */
  @Column('varchar')
  accountName!: string;

  @Column('varchar')
  at!: string;
}

export const NEEDS_ENTITIES = [UprRecommendation, ComputedNeed, ComputedNeedTheme, CountryContext, WeightOverrideRow] as const;

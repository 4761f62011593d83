import type { IsoDate } from '../../src/core/dates.js';
import type {
  Degree,
  DegreeField,
  DegreeLevel,
  Experience,
  ExperienceKind,
  ExpertProfile,
  KnowledgeClaim,
  LanguageSkill,
  RosterMembership,
  RosterName,
  ThemeClaim,
  Training,
  TrainingKind,
  Unavailability,
} from '../../src/core/expert.js';
import { minimumDays, type PostLevel } from '../../src/core/grades.js';
import type { KnowledgeArea, KnowledgeLevel } from '../../src/core/knowledge.js';
import type { Language, LanguageLevel } from '../../src/core/languages.js';
import { DEFAULT_WEIGHTS } from '../../src/core/matching/index.js';
import type { Requirement } from '../../src/core/requirement.js';
import type { Theme } from '../../src/core/themes.js';

/** The day on which the experts of tests are looked at, unless a test says otherwise. */
export const AS_OF: IsoDate = '2026-11-24';

/**
 * A fictional expert, told in a line: `anExpert().worked('2010-01-01', '2019-12-31', 'human-rights').speaks('fr', 3)`.
 * Starts as an active member of the external roster who claims nothing.
 */
export function anExpert(number = 1): ExpertBuilder {
  return new ExpertBuilder(number);
}

/** Meets every gate of a P-5 post as `aRequirement('P-5')` states it, with nothing to spare. */
export function aQualifiedExpert(number = 1): ExpertBuilder {
  return anExpert(number)
    .degree('masters', 'human-rights', '2006-06-30')
    .worked('2007-01-01', '2016-12-31', ['human-rights', 'development'])
    .knows('machinery', 'specialist')
    .knows('mandates', 'excellent')
    .knows('development-programming', 'good')
    .speaks('en', 4);
}

const START: RosterMembership = { roster: 'external', agency: null, state: 'active', since: '2010-01-01', until: null };

export class ExpertBuilder {
  private readonly degrees: Degree[] = [];
  private readonly jobs: Experience[] = [];
  private readonly knowledge: KnowledgeClaim[] = [];
  private readonly languages: LanguageSkill[] = [];
  private readonly themes: ThemeClaim[] = [];
  private readonly trainings: Training[] = [];
  private readonly unavailable: Unavailability[] = [];
  private memberships: RosterMembership[] = [START];

  constructor(private readonly number: number) {}

  /** Ids of evidence are `job-1`, `job-2`, … unless `id` is given. */
  worked(from: IsoDate, to: IsoDate | null, kinds: ExperienceKind | readonly ExperienceKind[], details: Partial<Experience> = {}): this {
    this.jobs.push({
      id: `job-${this.jobs.length + 1}`,
      status: 'self-declared',
      from,
      to,
      kinds: typeof kinds === 'string' ? [kinds] : kinds,
      percentage: 100,
      level: 'P-4',
      engagement: 'staff',
      title: 'Human Rights Officer',
      employer: 'OHCHR',
      countries: [],
      ...details,
    });
    return this;
  }

  degree(level: DegreeLevel, field: DegreeField, awardedOn: IsoDate | null = '2005-06-30', details: Partial<Degree> = {}): this {
    this.degrees.push({
      id: `degree-${this.degrees.length + 1}`,
      status: 'self-declared',
      level,
      field,
      awardedOn,
      title: 'Degree',
      institution: 'University',
      ...details,
    });
    return this;
  }

  knows(area: KnowledgeArea, level: KnowledgeLevel, details: Partial<KnowledgeClaim> = {}): this {
    this.knowledge.push({ id: `knowledge-${this.knowledge.length + 1}`, status: 'self-declared', area, level, ...details });
    return this;
  }

  speaks(language: Language, level: LanguageLevel, details: Partial<LanguageSkill> = {}): this {
    this.languages.push({ id: `language-${this.languages.length + 1}`, status: 'self-declared', language, level, ...details });
    return this;
  }

  expertIn(theme: Theme, level: KnowledgeLevel, details: Partial<ThemeClaim> = {}): this {
    this.themes.push({ id: `theme-${this.themes.length + 1}`, status: 'self-declared', theme, level, ...details });
    return this;
  }

  trained(kind: TrainingKind, completedOn: IsoDate = '2015-01-15', details: Partial<Training> = {}): this {
    this.trainings.push({ id: `training-${this.trainings.length + 1}`, status: 'self-declared', kind, completedOn, ...details });
    return this;
  }

  awayFrom(from: IsoDate, to: IsoDate): this {
    this.unavailable.push({ id: `away-${this.unavailable.length + 1}`, from, to });
    return this;
  }

  /** Adds a membership; the first call replaces the one that every expert starts with. */
  onRoster(roster: RosterName, details: Partial<RosterMembership> = {}): this {
    const membership: RosterMembership = {
      roster,
      agency: roster === 'interagency' ? 'UNDP' : null,
      state: 'active',
      since: '2010-01-01',
      until: null,
      ...details,
    };
    this.memberships = this.memberships.includes(START) ? [membership] : [...this.memberships, membership];
    return this;
  }

  withoutMembership(): this {
    this.memberships = [];
    return this;
  }

  build(): ExpertProfile {
    return {
      id: `expert-${this.number}`,
      number: this.number,
      nationality: 'CHE',
      gender: 'not-stated',
      degrees: this.degrees,
      experience: this.jobs,
      knowledge: this.knowledge,
      languages: this.languages,
      themes: this.themes,
      trainings: this.trainings,
      unavailable: this.unavailable,
      memberships: this.memberships,
    };
  }
}

type RequirementOverrides = Partial<Omit<Requirement, 'gates'>> & { readonly gates?: Partial<Requirement['gates']> };

/**
 * What the standard TOR asks for at this level, in English, for Kenya, with no themes and no desired languages: a test
 * adds what it is about.
 */
export function aRequirement(level: PostLevel = 'P-5', { gates, ...overrides }: RequirementOverrides = {}): Requirement {
  return {
    level,
    country: 'KEN',
    region: ['ETH', 'RWA', 'TZA', 'UGA'],
    asOf: AS_OF,
    gates: {
      education: true,
      humanRightsDays: minimumDays(level),
      fieldExperience: true,
      knowledge: { machinery: 'specialist', mandates: 'excellent', 'development-programming': 'good' },
      languages: [{ language: 'en', level: 3 }],
      ...gates,
    },
    desiredLanguages: [],
    themes: {},
    weights: DEFAULT_WEIGHTS,
    experiencePolicy: { countUnpaid: false, countInternships: false, countGeneralService: false },
    educationInLieu: false,
    dates: null,
    ...overrides,
  };
}

/** No gate asks for anything but the roster: for tests of criteria. */
export function anOpenRequirement(overrides: RequirementOverrides = {}): Requirement {
  return aRequirement('P-5', {
    ...overrides,
    gates: { education: false, humanRightsDays: 0, fieldExperience: false, knowledge: {}, languages: [], ...overrides.gates },
  });
}

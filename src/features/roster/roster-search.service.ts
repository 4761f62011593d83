import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { type Actor, rosterScope } from '../../core/access.js';
import { fieldError } from '../../core/errors.js';
import type { LanguageSkill, RosterMembership, ThemeClaim } from '../../core/expert.js';
import { normalisedName } from '../../core/expert-draft.js';
import { KNOWLEDGE_LEVELS, knowledgeValue } from '../../core/knowledge.js';
import { Database } from '../../platform/database/index.js';
import { Reservations } from '../deployments/index.js';
import { ExperienceEntity, ExpertEntity, LanguageEntity, MembershipEntity, ThemeEntity, UnavailabilityEntity } from './expert.entity.js';
import { loadParts } from './profile-parts.js';
import { membershipScope, seesMembership } from './scope.js';
import type { ExpertFilters } from './search.dto.js';

/** Experts on one page of a list. */
export const PAGE_SIZE = 25;

/** One line of the list. */
export interface FoundExpert extends Pick<ExpertEntity, 'id' | 'number' | 'familyName' | 'givenName' | 'nationality' | 'fictional'> {
  readonly memberships: readonly RosterMembership[];
  readonly languages: readonly LanguageSkill[];
  readonly themes: readonly ThemeClaim[];
}

/** A page of the list and how many experts all pages hold together. */
export interface FoundExperts {
  readonly total: number;
  /** From 1; the last one when a page beyond it was asked for. */
  readonly page: number;
  readonly pageSize: number;
  readonly experts: readonly FoundExpert[];
}

type Query = SelectQueryBuilder<ExpertEntity>;

/** Finds experts by filters that must all hold, within what exists for the actor. */
@Injectable()
export class RosterSearch {
  constructor(
    private readonly database: Database,
    private readonly reservations: Reservations,
  ) {}

  /** In the order of roster numbers. The count is taken by the statement that reads the list, so they cannot disagree. */
  async search(filters: ExpertFilters, actor: Actor): Promise<FoundExperts> {
    const held = await this.heldOn(filters);
    const asked = filters.page ?? 1;
    let page = asked;
    let rows = await this.rows(filters, actor, held, page);
    if (rows.length === 0 && page > 1) {
      const total = Number((await this.rows(filters, actor, held, 1))[0]?.total ?? 0);
      page = Math.max(1, Math.ceil(total / PAGE_SIZE));
      rows = await this.rows(filters, actor, held, page);
    }
    const parts = await loadParts(
      this.database.read,
      rows.map(({ id }) => id),
      ['memberships', 'languages', 'themes'],
    );
    const experts = rows.map(({ total: _, fictional, number, ...row }) => {
      const { memberships, languages, themes } = parts.get(row.id) as NonNullable<ReturnType<typeof parts.get>>;
      return {
        ...row,
        number: Number(number),
        fictional: Boolean(fictional),
        memberships: memberships.filter((membership) => seesMembership(actor, membership)),
        languages,
        themes,
      };
    });
    return { total: Number(rows[0]?.total ?? 0), page, pageSize: PAGE_SIZE, experts };
  }

  private rows(filters: ExpertFilters, actor: Actor, held: readonly string[], page: number): Promise<Row[]> {
    const query = this.database.read.createQueryBuilder(ExpertEntity, 'expert').select([]);
    for (const column of ['id', 'number', 'familyName', 'givenName', 'nationality', 'fictional'] as const)
      query.addSelect(`expert.${column}`, column);
    query.addSelect('COUNT(*) OVER ()', 'total');
    byText(query, filters.text);
    byMembership(query, filters, actor);
    byClaims(query, filters);
    byPerson(query, filters);
    byDates(query, filters, held);
    return query
      .orderBy('expert.number')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .getRawMany<Row>();
  }

  private async heldOn({ availableFrom, availableTo }: ExpertFilters): Promise<string[]> {
    if (availableFrom === undefined && availableTo === undefined) return [];
    const from = availableFrom ?? (availableTo as string);
    const to = availableTo ?? from;
    if (to < from) throw fieldError('availableTo', `The end ${to} lies before the start ${from}. Exchange the two days.`);
    return [...(await this.reservations.overlapping({ from, to })).keys()];
  }
}

type Row = Pick<ExpertEntity, 'id' | 'number' | 'familyName' | 'givenName' | 'nationality' | 'fictional'> & { total: number | string };

/** Digits are a roster number; otherwise each word must be part of the name, whatever its case and accents. */
function byText(query: Query, text: string | undefined): void {
  const words = normalisedName(text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 1 && /^\d{1,9}$/.test(words[0] as string)) {
    query.andWhere('expert.number = :number', { number: Number(words[0]) });
    return;
  }
  // Normalised words are letters and digits only, so there is nothing to escape in a pattern.
  for (const [index, word] of words.entries()) query.andWhere(`expert.searchName LIKE :word${index}`, { [`word${index}`]: `%${word}%` });
  if (words.length === 0 && (text ?? '').trim() !== '') query.andWhere('1 = 0');
}

/** Roster, state and agency must hold for the same membership, and that one must exist for the actor. */
function byMembership(query: Query, { roster, state, agency }: ExpertFilters, actor: Actor): void {
  const scope = membershipScope(rosterScope(actor), 'membership');
  if (roster === undefined && state === undefined && agency === undefined && scope === null) return;
  exists(query, MembershipEntity, 'membership', [
    scope && [scope.sql, scope.values],
    roster && ['membership.roster = :roster', { roster }],
    state && ['membership.state = :state', { state }],
    agency && ['membership.agency = :agency', { agency }],
  ]);
}

function byClaims(query: Query, { language, languageLevel, theme, themeLevel, country }: ExpertFilters): void {
  if (language)
    exists(query, LanguageEntity, 'skill', [
      ['skill.language = :language AND skill.level >= :languageLevel', { language, languageLevel: languageLevel ?? 1 }],
    ]);
  if (theme) {
    const levels = KNOWLEDGE_LEVELS.filter((level) => knowledgeValue(level) >= knowledgeValue(themeLevel ?? 'basic'));
    exists(query, ThemeEntity, 'claim', [['claim.theme = :theme AND claim.level IN (:...themeLevels)', { theme, themeLevels: levels }]]);
  }
  if (country) exists(query, ExperienceEntity, 'job', [['job.countries LIKE :country', { country: `%"${country}"%` }]]);
}

function byPerson(query: Query, { nationality, gender }: ExpertFilters): void {
  if (nationality) query.andWhere('expert.nationality = :nationality', { nationality });
  if (gender) query.andWhere('expert.gender = :gender', { gender });
}

/** Free on all the days: no absence that the person stated and no reservation touches them. */
function byDates(query: Query, { availableFrom, availableTo }: ExpertFilters, held: readonly string[]): void {
  const from = availableFrom ?? availableTo;
  if (from === undefined) return;
  exists(
    query,
    UnavailabilityEntity,
    'absence',
    [['absence.from <= :availableTo AND absence.to >= :availableFrom', { availableFrom: from, availableTo: availableTo ?? from }]],
    'NOT EXISTS',
  );
  if (held.length > 0) query.andWhere('expert.id NOT IN (:...held)', { held });
}

type Condition = readonly [sql: string, values: Record<string, unknown>];

function exists(
  query: Query,
  entity: new () => object,
  alias: string,
  conditions: readonly (Condition | null | undefined | '')[],
  operator = 'EXISTS',
): void {
  const inner = query.subQuery().select('1').from(entity, alias).where(`${alias}.expertId = expert.id`);
  for (const condition of conditions) if (condition) inner.andWhere(condition[0], condition[1]);
  query.andWhere(`${operator} ${inner.getQuery()}`).setParameters(inner.getParameters());
}

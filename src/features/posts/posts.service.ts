import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, seesCountry } from '../../core/access.js';
import type { IsoDate } from '../../core/dates.js';
import { DomainError, notFound } from '../../core/errors.js';
import type { CountryCode } from '../../core/expert.js';
import { CLAIM_STATUSES, SKILL_AREAS } from '../../core/knowledge.js';
import { DEFAULT_WEIGHTS } from '../../core/matching/index.js';
import { CONTEXT_FLAGS, type ContextFlag, themeWeights } from '../../core/needs.js';
import { assertCriteria, type NeedThemes, type PostCriteria, requirementOf, STANDARD_EXPERIENCE_POLICY, stepOf } from '../../core/post.js';
import { type ClaimWorths, CONTEXT_PARTS, CRITERIA, FULL_WORTH, type Requirement } from '../../core/requirement.js';
import { withSituations } from '../../core/situations.js';
import { CHOOSABLE_QUALIFICATIONS, FUNCTION_CODES } from '../../core/tor.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow, newId, type Tx } from '../../platform/database/index.js';
import { regionOf } from '../../platform/reference-data/index.js';
import { Needs } from '../needs/index.js';
import type { PostQueryDto } from './post.dto.js';
import { PostEntity } from './post.entity.js';
import { PostVersion } from './post-version.entity.js';

export const POSTS_PER_PAGE = 50;

export interface PostPage {
  readonly items: readonly PostEntity[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** Posts from the Standard TOR: written, published, closed. */
@Injectable()
export class Posts {
  constructor(
    private readonly database: Database,
    private readonly needs: Needs,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The Standard TOR for a country, unadapted: every function, P-5, the languages of its needs, the rubric's weights. */
  async standard(country: CountryCode): Promise<PostCriteria> {
    const { languages } = await this.needs.of(country);
    return {
      level: 'P-5',
      functions: FUNCTION_CODES,
      furtherFunctions: '',
      requiredLanguages: languages.required,
      desiredLanguages: languages.desired,
      educationInLieu: false,
      desirable: [],
      essentialParts: [],
      essentialSkills: {},
      claimWorth: {},
      situations: [],
      experiencePolicy: STANDARD_EXPERIENCE_POLICY,
      weights: DEFAULT_WEIGHTS,
      startsOn: null,
      endsOn: null,
      asOf: null,
    };
  }

  /** A draft; without criteria it is the Standard TOR for the country. Throws 'input.invalid' or 'post.weights'. */
  async create(country: CountryCode, criteria: PostCriteria | undefined, me: Actor): Promise<PostEntity> {
    const chosen = criteriaOf(criteria ?? (await this.standard(country)));
    assertCriteria(chosen);
    return this.database.transaction(async (tx) => {
      const post = tx.getRepository(PostEntity).create({
        ...chosen,
        id: newId(),
        country,
        state: 'draft',
        version: 1,
        themes: null,
        createdBy: me.accountId,
        createdAt: this.clock.iso(),
        publishedAt: null,
        closedAt: null,
      });
      // Without this the defaults of columns would be written over the values, as text.
      await tx.createQueryBuilder().insert().into(PostEntity).values(post).updateEntity(false).execute();
      await this.audit.record(tx, { actor: me, action: 'post.created', subject: { kind: 'post', id: post.id } });
      return post;
    });
  }

  /** Replaces the criteria of a draft. Throws 'post.closed' once it is published, 'conflict.stale' on an older version. */
  async update(id: string, version: number, criteria: PostCriteria, me: Actor): Promise<PostEntity> {
    return this.replaceCriteria(id, version, 'update', criteria, me, (tx, post) =>
      this.audit.record(tx, {
        actor: me,
        action: 'post.updated',
        subject: { kind: 'post', id },
        details: { version: post.version + 1 },
      }),
    );
  }

  /** A step that replaces the criteria: checked, and put on record by `record` in the same transaction. */
  replaceCriteria(
    id: string,
    version: number,
    step: 'update' | 'correct',
    criteria: PostCriteria,
    me: Actor,
    record: (tx: Tx, before: PostEntity, chosen: PostCriteria) => Promise<unknown>,
  ): Promise<PostEntity> {
    const chosen = criteriaOf(criteria);
    return this.change(id, me, async (tx, post) => {
      const state = stepOf(post, step);
      if (post.version !== version)
        throw new DomainError(
          'conflict.stale',
          `You changed version ${version}, and the post is at version ${post.version}. Load it again and repeat your changes.`,
        );
      assertCriteria(chosen);
      await record(tx, post, chosen);
      return { ...chosen, state };
    });
  }

  /** Freezes the criteria, the country's needs among them. Throws 'post.closed' unless it is a draft. */
  async publish(id: string, me: Actor): Promise<PostEntity> {
    const { country } = await this.one(id, me);
    const themes = themeWeights(await this.needs.of(country));
    return this.change(id, me, async (tx, post) => {
      const state = stepOf(post, 'publish');
      assertCriteria(post);
      const at = this.clock.iso();
      await tx.getRepository(PostVersion).insert({
        postId: id,
        version: post.version + 1,
        criteria: criteriaOf(post),
        themes,
        reason: '',
        changed: [],
        byAccount: me.accountId,
        byName: me.name,
        at,
      });
      await this.audit.record(tx, { actor: me, action: 'post.published', subject: { kind: 'post', id } });
      return { state, themes, publishedAt: at };
    });
  }

  /** Ends the search. Throws 'post.closed' unless it is published. */
  close(id: string, me: Actor): Promise<PostEntity> {
    return this.change(id, me, async (tx, post) => {
      const state = stepOf(post, 'close');
      await this.audit.record(tx, { actor: me, action: 'post.closed', subject: { kind: 'post', id } });
      return { state, closedAt: this.clock.iso() };
    });
  }

  /** Newest first. */
  async list({ state, country, page = 1 }: Partial<PostQueryDto>, me: Actor): Promise<PostPage> {
    const wanted = me.role === 'resident-coordinator' ? (me.country ?? '') : country;
    const [items, total] = await this.database.read.getRepository(PostEntity).findAndCount({
      where: { ...(state && { state }), ...(wanted !== undefined && { country: wanted }) },
      order: { createdAt: 'DESC', id: 'DESC' },
      skip: (page - 1) * POSTS_PER_PAGE,
      take: POSTS_PER_PAGE,
    });
    return { items, total, page, pageSize: POSTS_PER_PAGE };
  }

  /** Throws 'not-found', also when it is another country's. Give the transaction when asked inside one. */
  async one(id: string, me: Actor, manager: EntityManager = this.database.read): Promise<PostEntity> {
    const post = await manager.getRepository(PostEntity).findOneBy({ id });
    if (!post || !seesCountry(me, post.country)) throw notFound('post');
    return post;
  }

  /** The needs by theme that the post asks for, frozen at publication, with those of its accepted situations lifted. */
  async themes(post: PostEntity): Promise<NeedThemes> {
    return withSituations(post.themes ?? themeWeights(await this.needs.of(post.country)), post.situations);
  }

  /** Situations recorded for the country that the post does not weigh: proposals, for as long as it is a draft. */
  async proposals({ country, state, situations }: PostEntity): Promise<ContextFlag[]> {
    if (state !== 'draft') return [];
    const { flags } = await this.needs.of(country);
    return flags.filter((flag) => !situations.includes(flag));
  }

  /** The whole question of the post, for a day up to which experience counts. Throws 'post.closed' on a closed post. */
  async requirement(post: PostEntity, asOf: IsoDate): Promise<Requirement> {
    stepOf(post, 'run');
    return requirementOf(post, await this.themes(post), regionOf(post.country), asOf);
  }

  private change(id: string, me: Actor, decide: (tx: Tx, post: PostEntity) => Promise<Partial<PostEntity>>): Promise<PostEntity> {
    return this.database.transaction(async (tx) => {
      const post = await lockRow(tx, PostEntity, { id });
      if (!post || !seesCountry(me, post.country)) throw notFound('post');
      Object.assign(post, await decide(tx, post), { version: post.version + 1 });
      return tx.getRepository(PostEntity).save(post);
    });
  }
}

/** Only what differs from the full worth, so that a post without such a policy has none. */
function discountsOf(worths: ClaimWorths): ClaimWorths {
  const named = CRITERIA.flatMap((name) => {
    const worth = worths[name];
    if (!worth || CLAIM_STATUSES.every((status) => worth[status] === FULL_WORTH[status])) return [];
    return [[name, Object.fromEntries(CLAIM_STATUSES.map((status) => [status, worth[status]]))]];
  });
  return Object.fromEntries(named);
}

/** Only the criteria, as plain values: a form's object can carry more. */
export function criteriaOf(from: PostCriteria) {
  return {
    level: from.level,
    functions: FUNCTION_CODES.filter((code) => from.functions.includes(code)),
    furtherFunctions: from.furtherFunctions.trim(),
    requiredLanguages: from.requiredLanguages.map(({ language, level }) => ({ language, level })),
    desiredLanguages: from.desiredLanguages.map(({ language, level }) => ({ language, level })),
    educationInLieu: from.educationInLieu,
    desirable: CHOOSABLE_QUALIFICATIONS.filter((name) => from.desirable.includes(name)),
    essentialParts: CONTEXT_PARTS.filter((part) => from.essentialParts.includes(part)),
    essentialSkills: Object.fromEntries(
      SKILL_AREAS.flatMap((area) => (from.essentialSkills[area] ? [[area, from.essentialSkills[area]]] : [])),
    ),
    claimWorth: discountsOf(from.claimWorth),
    situations: CONTEXT_FLAGS.filter((flag) => from.situations.includes(flag)),
    experiencePolicy: { ...from.experiencePolicy },
    weights: { ...from.weights },
    startsOn: from.startsOn,
    endsOn: from.endsOn,
    asOf: from.asOf,
  };
}

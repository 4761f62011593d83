import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { fieldError } from '../../core/errors.js';
import { changedCriteria, type PostCriteria, stepOf } from '../../core/post.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import type { PostEntity } from './post.entity.js';
import { PostVersion } from './post-version.entity.js';
import { criteriaOf, Posts } from './posts.service.js';

/** Corrections of published posts: each makes a new version that says so, and earlier runs stay with theirs. */
@Injectable()
export class PostVersions {
  constructor(
    private readonly database: Database,
    private readonly posts: Posts,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Replaces the criteria of a published post; the needs stay as they were frozen at publication. Throws 'post.closed'
   * unless it is published, 'conflict.stale' on an older version, 'input.invalid' where nothing is changed.
   */
  correct(id: string, version: number, criteria: PostCriteria, reason: string, me: Actor): Promise<PostEntity> {
    return this.posts.replaceCriteria(id, version, 'correct', criteria, me, async (tx, before, chosen) => {
      const changed = changedCriteria(criteriaOf(before), chosen);
      if (changed.length === 0) throw fieldError('reason', 'Nothing differs from the published version, so there is nothing to correct.');
      const made = before.version + 1;
      await tx.getRepository(PostVersion).insert({
        postId: id,
        version: made,
        criteria: chosen,
        themes: before.themes ?? {},
        reason: reason.trim(),
        changed,
        byAccount: me.accountId,
        byName: me.name,
        at: this.clock.iso(),
      });
      await this.audit.record(tx, {
        actor: me,
        action: 'post.corrected',
        subject: { kind: 'post', id },
        reason: reason.trim(),
        details: { version: made, changed },
      });
    });
  }

  /** What may be corrected: the post, where that step is open. Throws 'post.closed' or 'not-found'. */
  async correctable(id: string, me: Actor): Promise<PostEntity> {
    const post = await this.posts.one(id, me);
    stepOf(post, 'correct');
    return post;
  }

  /** The published versions, newest first. Throws 'not-found'. */
  async of(id: string, me: Actor): Promise<PostVersion[]> {
    await this.posts.one(id, me);
    return this.database.read.getRepository(PostVersion).find({ where: { postId: id }, order: { version: 'DESC' } });
  }
}

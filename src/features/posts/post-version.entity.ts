import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { NeedThemes, PostCriteria } from '../../core/post.js';
import { PostEntity } from './post.entity.js';

/** The criteria of a published post as they stood from one version on. Written once, never changed. */
@Entity('post_versions')
export class PostVersion {
  @PrimaryColumn('varchar') postId!: string;
  /** The version of the post that this made. Runs name it. */
  @PrimaryColumn('integer') version!: number;
  @Column('simple-json') criteria!: PostCriteria;
  @Column('simple-json') themes!: NeedThemes;
  /** Why the post was corrected; empty for its publication. */
  @Column('text') reason!: string;
  /** Criteria that differ from the version before; empty for the publication. */
  @Column('simple-json') changed!: (keyof PostCriteria)[];
  /** The account that did it, and its name at that time. */
  @Column('varchar') byAccount!: string;
  @Column('varchar') byName!: string;
  @Column('varchar') at!: string;

  @ManyToOne(() => PostEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id' })
  post?: Relation<PostEntity>;
}

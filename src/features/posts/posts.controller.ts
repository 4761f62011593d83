import { Body, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import { ChangedPostDto, CorrectedPostDto, NewPostDto, PostQueryDto } from './post.dto.js';
import { PostVersions } from './post-versions.service.js';
import { Posts } from './posts.service.js';

@Api('posts')
export class PostsController {
  constructor(
    private readonly posts: Posts,
    private readonly versions: PostVersions,
  ) {}

  /** Posts, newest first. */
  @Get()
  @Allow('posts:read')
  list(@Query() query: PostQueryDto, @Me() me: Actor) {
    return this.posts.list(query, me);
  }

  /** One post with its criteria. */
  @Get(':id')
  @Allow('posts:read')
  one(@Id() id: string, @Me() me: Actor) {
    return this.posts.one(id, me);
  }

  /** A draft from the Standard TOR, filled in for the country unless criteria are given. */
  @Post()
  @Allow('posts:edit')
  create(@Body() dto: NewPostDto, @Me() me: Actor) {
    return this.posts.create(dto.country, dto.criteria, me);
  }

  /** Replaces the criteria of a draft. */
  @Put(':id')
  @Allow('posts:edit')
  update(@Id() id: string, @Body() dto: ChangedPostDto, @Me() me: Actor) {
    return this.posts.update(id, dto.version, dto, me);
  }

  /** Publishes a draft: from here on its criteria stand still. */
  @Post(':id/publication')
  @HttpCode(200)
  @Allow('posts:edit')
  publish(@Id() id: string, @Me() me: Actor) {
    return this.posts.publish(id, me);
  }

  /** Corrects a published post: a new version that says so, with the reason. Earlier runs stay with theirs. */
  @Post(':id/corrections')
  @Allow('posts:edit')
  correct(@Id() id: string, @Body() dto: CorrectedPostDto, @Me() me: Actor) {
    return this.versions.correct(id, dto.version, dto, dto.reason, me);
  }

  /** The published versions with what each changed and why, newest first. */
  @Get(':id/versions')
  @Allow('posts:read')
  versionsOf(@Id() id: string, @Me() me: Actor) {
    return this.versions.of(id, me);
  }

  /** Closes a published post. */
  @Post(':id/closure')
  @HttpCode(200)
  @Allow('posts:edit')
  close(@Id() id: string, @Me() me: Actor) {
    return this.posts.close(id, me);
  }
}

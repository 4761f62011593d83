import { Module } from '@nestjs/common';
import { NeedsModule } from '../needs/index.js';
import { PostVersions } from './post-versions.service.js';
import { PostsController } from './posts.controller.js';
import { PostPages } from './posts.pages.js';
import { Posts } from './posts.service.js';

@Module({
  imports: [NeedsModule],
  controllers: [PostsController, PostPages],
  providers: [Posts, PostVersions],
  exports: [Posts, PostVersions],
})
export class PostsModule {}

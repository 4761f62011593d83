import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { PostsModule } from '../posts/index.js';
import { RosterModule } from '../roster/index.js';
import { PeopleNow } from './people-now.service.js';
import { ShortlistViews } from './shortlist-views.service.js';
import { PostShortlistsController, ShortlistsController } from './shortlists.controller.js';
import { PostShortlistPages, ShortlistPages } from './shortlists.pages.js';
import { Shortlists } from './shortlists.service.js';

@Module({
  imports: [DeploymentsModule, PostsModule, RosterModule],
  controllers: [PostShortlistsController, ShortlistsController, PostShortlistPages, ShortlistPages],
  providers: [PeopleNow, Shortlists, ShortlistViews],
  exports: [Shortlists, ShortlistViews],
})
export class ShortlistsModule {}

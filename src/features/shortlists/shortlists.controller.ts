import { Body, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import { RunDto, ShortlistQueryDto } from './shortlist.dto.js';
import { ShortlistViews } from './shortlist-views.service.js';
import { Shortlists } from './shortlists.service.js';

@Api('posts', 'shortlists')
export class PostShortlistsController {
  constructor(private readonly shortlists: Shortlists) {}

  /** Ranks the roster for the post and keeps the result unchanged. */
  @Post(':id/shortlists')
  @Allow('shortlists:run')
  run(@Id() id: string, @Body() dto: RunDto, @Me() me: Actor) {
    return this.shortlists.run(id, dto, me);
  }

  /** Runs of the post, newest first. */
  @Get(':id/shortlists')
  @Allow('shortlists:read')
  list(@Id() id: string, @Me() me: Actor) {
    return this.shortlists.of(id, me);
  }
}

@Api('shortlists')
export class ShortlistsController {
  constructor(private readonly views: ShortlistViews) {}

  /** The top with every number opened, the counts, and a page of those who are not eligible. */
  @Get(':id')
  @Allow('shortlists:read')
  show(@Id() id: string, @Query() query: ShortlistQueryDto, @Me() me: Actor) {
    return this.views.show(id, query.page, me);
  }

  /** One person of the run by roster number. */
  @Get(':id/candidates/:number')
  @Allow('shortlists:read')
  candidate(@Id() id: string, @Param('number', ParseIntPipe) number: number, @Me() me: Actor) {
    return this.views.candidate(id, number, me);
  }
}

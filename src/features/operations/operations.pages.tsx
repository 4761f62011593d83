import { Body, Get, Post, Query } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { Settings } from '../../platform/config/index.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { type Page, Pages, page, type Redirect, redirect } from '../../web/index.js';
import { DeadJobs } from './dead-jobs.service.js';
import { DeadJobsQueryDto, ReplayKindDto } from './operations.dto.js';
import { Operations } from './operations.service.js';
import { OperationsPage } from './views/operations-page.js';

/** The machine room, for administrators. */
@Pages('operations')
export class OperationsPages {
  constructor(
    private readonly operations: Operations,
    private readonly dead: DeadJobs,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Allow('operations:read')
  async show(@Query() query: DeadJobsQueryDto, @Me() me: Actor): Promise<Page> {
    const [view, kinds, dead] = await Promise.all([this.operations.view(), this.dead.kinds(), this.dead.page(query.page ?? 1)]);
    return page(
      { title: 'Operations', me, wide: true },
      <OperationsPage
        view={view}
        kinds={kinds}
        dead={dead}
        mayReplay={may(me, 'operations:replay')}
        hasBoard={this.settings.redisUrl !== undefined}
        keptDays={this.settings.jobsKeptDays}
      />,
    );
  }

  @Post('dead-jobs/:id/replay')
  @Allow('operations:replay')
  async replay(@Id() id: string, @Me() me: Actor): Promise<Redirect> {
    await this.dead.replay(id, me);
    return redirect('/operations');
  }

  @Post('dead-kinds/replay')
  @Allow('operations:replay')
  async replayKind(@Body() kind: ReplayKindDto, @Me() me: Actor): Promise<Redirect> {
    await this.dead.replayKind(kind, me);
    return redirect('/operations');
  }
}

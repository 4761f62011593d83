import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import { DeadJobs, type DeadKind, type DeadPage } from './dead-jobs.service.js';
import { DeadJobsQueryDto, ReplayKindDto } from './operations.dto.js';
import { Operations, type OperationsView } from './operations.service.js';

/** What runs, waits and is stuck; for administrators. Counts and kinds of failures, never what a job is about. */
@Api('operations')
export class OperationsController {
  constructor(
    private readonly operations: Operations,
    private readonly dead: DeadJobs,
  ) {}

  /** Health, jobs by name and state, and the load of the queue. */
  @Get()
  @Allow('operations:read')
  view(): Promise<OperationsView> {
    return this.operations.view();
  }

  /** Jobs that were given up, counted by name and kind of failure. */
  @Get('dead-kinds')
  @Allow('operations:read')
  kinds(): Promise<DeadKind[]> {
    return this.dead.kinds();
  }

  /** Jobs that were given up, latest first. */
  @Get('dead-jobs')
  @Allow('operations:read')
  list(@Query() query: DeadJobsQueryDto): Promise<DeadPage> {
    return this.dead.page(query.page ?? 1);
  }

  /** Runs one of them again. */
  @Post('dead-jobs/:id/replay')
  @HttpCode(202)
  @Allow('operations:replay')
  replay(@Id() id: string, @Me() me: Actor): Promise<void> {
    return this.dead.replay(id, me);
  }

  /** Runs up to 1,000 of a kind again; answers how many those are. */
  @Post('dead-kinds/replay')
  @HttpCode(202)
  @Allow('operations:replay')
  async replayKind(@Body() kind: ReplayKindDto, @Me() me: Actor): Promise<{ replayed: number }> {
    return { replayed: await this.dead.replayKind(kind, me) };
  }
}

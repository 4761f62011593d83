import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me, Public } from '../../platform/http/index.js';
import { MissionDesk } from './mission-desk.service.js';
import { MissionReader } from './mission-reader.service.js';
import { MissionReports } from './mission-reports.service.js';
import { MissionPage, MissionView } from './mission-view.dto.js';
import { HandedReportDto, MissionQueryDto, MissionRatingDto, MissionStepDto } from './missions.dto.js';

@Api('missions')
export class MissionsController {
  constructor(
    private readonly reader: MissionReader,
    private readonly desk: MissionDesk,
    private readonly reports: MissionReports,
  ) {}

  /** Missions by first day, the latest first; an office sees its own country's. */
  @Get()
  @Allow('surge:read')
  list(@Query() query: MissionQueryDto, @Me() me: Actor): Promise<MissionPage> {
    return this.reader.list(query, me);
  }

  /** One mission with its history. */
  @Get(':id')
  @Allow('surge:read')
  one(@Id() id: string, @Me() me: Actor): Promise<MissionView> {
    return this.reader.one(id, me);
  }

  /** Takes a step: brief, deploy, extend, end early, complete, replace or close. */
  @Post(':id/steps')
  @HttpCode(204)
  @Allow('surge:decide')
  step(@Id() id: string, @Body() dto: MissionStepDto, @Me() me: Actor): Promise<void> {
    return this.desk.take(id, dto, me);
  }

  /** Rates a mission in the own country, once the expert has been on the ground. */
  @Post(':id/rating')
  @HttpCode(204)
  @Allow('surge:request')
  rate(@Id() id: string, @Body() dto: MissionRatingDto, @Me() me: Actor): Promise<void> {
    return this.reports.rate(id, dto, me);
  }
}

@Api('mission-reports')
@Public()
export class MissionReportsController {
  constructor(private readonly reports: MissionReports) {}

  /** Hands in the expert's report with the token of the link in the mail. */
  @Post()
  @HttpCode(204)
  hand(@Body() { token, report }: HandedReportDto): Promise<void> {
    return this.reports.hand(token, { report });
  }
}

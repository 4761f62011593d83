import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { Allow, Id, Me, Public } from '../../platform/http/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { NoticeLedger } from '../notices/index.js';
import { MissionDesk } from './mission-desk.service.js';
import { MissionReader } from './mission-reader.service.js';
import { MissionReports } from './mission-reports.service.js';
import { MissionQueryDto, MissionRatingDto, MissionReportDto, MissionStepDto } from './missions.dto.js';
import { MissionList } from './views/mission-list.js';
import { MissionScreen } from './views/mission-page.js';
import { ReportScreen } from './views/report-page.js';

/** Missions: a list, and one page with everything about each. */
@Pages('missions')
export class MissionPages {
  constructor(
    private readonly reader: MissionReader,
    private readonly desk: MissionDesk,
    private readonly reports: MissionReports,
    private readonly ledger: NoticeLedger,
  ) {}

  @Get()
  @Allow('surge:read')
  async list(@Query() query: MissionQueryDto, @Me() me: Actor) {
    return page({ title: 'Missions', me, wide: true }, <MissionList found={await this.reader.list(query, me)} query={query} />);
  }

  @Get(':id')
  @Allow('surge:read')
  show(@Id() id: string, @Me() me: Actor) {
    return this.shown(id, me);
  }

  @Post(':id/steps')
  @Allow('surge:decide')
  step(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(MissionStepDto, body, {
      act: async (dto) => {
        await this.desk.take(id, dto, me);
        return redirect(`/missions/${id}`);
      },
      again: (form) => this.shown(id, me, form),
    });
  }

  @Post(':id/rating')
  @Allow('surge:request')
  rate(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(MissionRatingDto, body, {
      act: async (dto) => {
        await this.reports.rate(id, dto, me);
        return redirect(`/missions/${id}`);
      },
      again: (form) => this.shown(id, me, form),
    });
  }

  /** Without a form that came back, the rating that was given is there to be corrected. */
  private async shown(id: string, me: Actor, came?: Form) {
    const view = await this.reader.one(id, me);
    const { rating, ratingComment } = view.mission;
    const form = came ?? Form.filledWith({ rating: rating === null ? '' : String(rating), comment: ratingComment ?? '' });
    const notices = may(me, 'notices:read') ? await this.ledger.of(id, me) : null;
    return page({ title: `Mission of ${view.mission.reference}`, me }, <MissionScreen view={view} me={me} form={form} notices={notices} />);
  }
}

/** Where the link in the mail leads: no account, no password, one thing to do. */
@Pages('mission-reports')
@Public()
export class MissionReportPages {
  constructor(private readonly reports: MissionReports) {}

  @Get(':token')
  async show(@Param('token') token: string) {
    const mission = await this.reports.open(token);
    return page(
      { title: 'Your report on the mission', me: null },
      <ReportScreen token={token} mission={mission} form={Form.filledWith({ report: mission.report ?? '' })} />,
    );
  }

  @Post(':token')
  hand(@Param('token') token: string, @Body() body: Record<string, unknown>) {
    return submit(MissionReportDto, body, {
      act: async (dto) => {
        await this.reports.hand(token, dto);
        return redirect(`/mission-reports/${token}`);
      },
      again: async (form) => {
        const mission = await this.reports.open(token);
        return page({ title: 'Your report on the mission', me: null }, <ReportScreen token={token} mission={mission} form={form} />);
      },
    });
  }
}

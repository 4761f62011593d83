import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { isMailLanguage } from '../../core/mail-languages.js';
import { Settings } from '../../platform/config/index.js';
import { Allow, Id, Me, Public } from '../../platform/http/index.js';
import { senderAddress } from '../../platform/mail/index.js';
import { Form, languageChosen, Pages, page, redirect, submit } from '../../web/index.js';
import { NoticeLedger } from '../notices/index.js';
import { RosterContacts } from '../roster/index.js';
import { MissionDesk } from './mission-desk.service.js';
import { MissionReader } from './mission-reader.service.js';
import { MissionReports } from './mission-reports.service.js';
import { MissionQueryDto, MissionRatingDto, MissionReportDto, MissionStepDto } from './missions.dto.js';
import { MissionList } from './views/mission-list.js';
import { MissionScreen } from './views/mission-page.js';
import { ReportScreen } from './views/report-page.js';
import { REPORT_PAGE_WORDS } from './views/report-words.js';

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

/** Where the link in the mail leads, in the language of its reader: no account, no password, one thing to do. */
@Pages('mission-reports')
@Public()
export class MissionReportPages {
  constructor(
    private readonly reports: MissionReports,
    private readonly contacts: RosterContacts,
    private readonly settings: Settings,
  ) {}

  @Get(':token')
  show(@Param('token') token: string, @Query('language') chosen: unknown) {
    return this.shown(token, chosen);
  }

  @Post(':token')
  hand(@Param('token') token: string, @Query('language') chosen: unknown, @Body() body: Record<string, unknown>) {
    return submit(MissionReportDto, body, {
      act: async (dto) => {
        await this.reports.hand(token, dto);
        return redirect(isMailLanguage(chosen) ? `/mission-reports/${token}?language=${chosen}` : `/mission-reports/${token}`);
      },
      again: (form) => this.shown(token, chosen, form),
    });
  }

  private async shown(token: string, chosen: unknown, came?: Form) {
    const mission = await this.reports.open(token);
    const expert = await this.contacts.contact(mission.expertId);
    const language = languageChosen(chosen, expert?.language ?? 'en');
    const form = came ?? Form.filledWith({ report: mission.report ?? '' });
    return page(
      { title: REPORT_PAGE_WORDS[language].title, me: null, language, everyLanguage: `/mission-reports/${token}` },
      <ReportScreen token={token} mission={mission} language={language} desk={senderAddress(this.settings)} form={form} />,
    );
  }
}

import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { DeploymentsModule } from '../deployments/index.js';
import { NoticesModule } from '../notices/index.js';
import { RosterModule } from '../roster/index.js';
import { SurgeModule } from '../surge/index.js';
import { MissionBirths } from './mission-births.service.js';
import { MissionBook } from './mission-book.service.js';
import { MissionComposer } from './mission-composer.service.js';
import { MissionDesk } from './mission-desk.service.js';
import { MissionLinks } from './mission-links.js';
import { MissionNotices } from './mission-notices.service.js';
import { MissionReader } from './mission-reader.service.js';
import { MissionReports } from './mission-reports.service.js';
import { MissionReportsController, MissionsController } from './missions.controller.js';
import { MissionPages, MissionReportPages } from './missions.pages.js';

@Module({
  imports: [AccountsModule, DeploymentsModule, NoticesModule, RosterModule, SurgeModule],
  controllers: [MissionsController, MissionReportsController, MissionPages, MissionReportPages],
  providers: [MissionBirths, MissionBook, MissionComposer, MissionDesk, MissionLinks, MissionNotices, MissionReader, MissionReports],
  exports: [MissionDesk, MissionReader, MissionReports, MissionLinks],
})
export class MissionsModule {}

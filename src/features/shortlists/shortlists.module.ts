import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { PostsModule } from '../posts/index.js';
import { RosterModule } from '../roster/index.js';
import { FrozenRosters } from './frozen-rosters.service.js';
import { PeopleNow } from './people-now.service.js';
import { RecordController, StatementsController } from './record.controller.js';
import { RecordPages } from './record.pages.js';
import { ReportPages } from './report.pages.js';
import { RunExports } from './run-exports.service.js';
import { RunReader } from './run-reader.service.js';
import { RunRecords } from './run-records.service.js';
import { RunStatements } from './run-statements.service.js';
import { RunStudies } from './run-studies.service.js';
import { ShortlistViews } from './shortlist-views.service.js';
import { PostShortlistsController, ShortlistsController } from './shortlists.controller.js';
import { PostShortlistPages, ShortlistPages } from './shortlists.pages.js';
import { Shortlists } from './shortlists.service.js';

@Module({
  imports: [DeploymentsModule, PostsModule, RosterModule],
  controllers: [
    PostShortlistsController,
    ShortlistsController,
    PostShortlistPages,
    ShortlistPages,
    RecordController,
    StatementsController,
    RecordPages,
    ReportPages,
  ],
  providers: [PeopleNow, Shortlists, ShortlistViews, FrozenRosters, RunExports, RunReader, RunRecords, RunStatements, RunStudies],
  exports: [Shortlists, ShortlistViews, RunReader, RunStudies],
})
export class ShortlistsModule {}

import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { NoticesModule } from '../notices/index.js';
import { RosterModule } from '../roster/index.js';
import { ShortlistsModule } from '../shortlists/index.js';
import { PanelBooks } from './panel-book.js';
import { PanelCandidatePages } from './panel-candidates.pages.js';
import { PanelComposer } from './panel-composer.service.js';
import { PanelCurtain } from './panel-curtain.js';
import { PanelDecisionPages } from './panel-decisions.pages.js';
import { PanelDecisions } from './panel-decisions.service.js';
import { PanelDeclarations } from './panel-declarations.service.js';
import { PanelFindingsController } from './panel-findings.controller.js';
import { PanelFindingsPages } from './panel-findings.pages.js';
import { PanelFindings } from './panel-findings.service.js';
import { PanelNotices } from './panel-notices.service.js';
import { PanelPeople } from './panel-people.service.js';
import { PanelRatings } from './panel-ratings.service.js';
import { PanelResults } from './panel-results.service.js';
import { PanelViews } from './panel-views.service.js';
import { PanelCandidatesController, PanelDecisionController, PanelsController } from './panels.controller.js';
import { PanelPages } from './panels.pages.js';
import { Panels } from './panels.service.js';

@Module({
  imports: [AccountsModule, NoticesModule, RosterModule, ShortlistsModule],
  controllers: [
    PanelPages,
    PanelCandidatePages,
    PanelDecisionPages,
    PanelsController,
    PanelCandidatesController,
    PanelDecisionController,
    PanelFindingsPages,
    PanelFindingsController,
  ],
  providers: [
    PanelBooks,
    PanelComposer,
    PanelCurtain,
    PanelDecisions,
    PanelDeclarations,
    PanelFindings,
    PanelNotices,
    PanelPeople,
    PanelRatings,
    PanelResults,
    PanelViews,
    Panels,
  ],
  exports: [PanelDecisions, PanelDeclarations, PanelRatings, PanelResults, PanelViews, Panels],
})
export class PanelsModule {}

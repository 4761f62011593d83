import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { DeploymentsModule } from '../deployments/index.js';
import { NeedsModule } from '../needs/index.js';
import { NoticesModule } from '../notices/index.js';
import { RosterModule } from '../roster/index.js';
import { DeskComposer } from './notices/desk/desk-composer.service.js';
import { MailLinks } from './notices/mail-links.service.js';
import { OfferComposer } from './notices/offer-composer.service.js';
import { ReleaseComposer } from './notices/release-composer.service.js';
import { SurgeComposer } from './notices/surge-composer.service.js';
import { OfferAnswersController, OfferQuestionsController, SurgeOffersController } from './offers.controller.js';
import { OfferPages, SurgeQuestionPages } from './offers.pages.js';
import { ReleasesController } from './releases.controller.js';
import { ReleasePages } from './releases.pages.js';
import { AlternativeReader } from './services/alternative-reader.service.js';
import { AlternativeTold } from './services/alternative-told.service.js';
import { DeskNotices } from './services/desk-notices.service.js';
import { MatchWatch } from './services/match-watch.service.js';
import { MissionEnds } from './services/mission-ends.service.js';
import { Newcomers } from './services/newcomers.service.js';
import { OfferAnswers } from './services/offer-answers.service.js';
import { OfferBook } from './services/offer-book.service.js';
import { OfferClocks } from './services/offer-clocks.service.js';
import { OfferNotices } from './services/offer-notices.service.js';
import { OfferOutcomes } from './services/offer-outcomes.service.js';
import { OfferOverlaps } from './services/offer-overlaps.service.js';
import { OfferQuestions } from './services/offer-questions.service.js';
import { OfferReleases } from './services/offer-releases.service.js';
import { OfferSending } from './services/offer-sending.service.js';
import { OfferTokens } from './services/offer-tokens.js';
import { OfferTold } from './services/offer-told.service.js';
import { OfferViews } from './services/offer-views.service.js';
import { OfficeNotices } from './services/office-notices.service.js';
import { ReleaseDesk } from './services/release-desk.service.js';
import { StepNotices } from './services/step-notices.service.js';
import { SurgeAlternatives } from './services/surge-alternatives.service.js';
import { SurgeDrafts } from './services/surge-drafts.service.js';
import { SurgeHistory } from './services/surge-history.service.js';
import { SurgeMissions } from './services/surge-missions.service.js';
import { SurgeOffers } from './services/surge-offers.service.js';
import { SurgeOfficers } from './services/surge-officers.service.js';
import { SurgePeople } from './services/surge-people.service.js';
import { SurgeProposals } from './services/surge-proposals.service.js';
import { SurgeQueueReader } from './services/surge-queue-reader.service.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { SurgeRecord } from './services/surge-record.service.js';
import { SurgeRequests } from './services/surge-requests.service.js';
import { SurgeStageWatch } from './services/surge-stage-watch.service.js';
import { SurgeSteps } from './services/surge-steps.service.js';
import { SurgeThread } from './services/surge-thread.service.js';
import { SurgeAlternativesController } from './surge-alternatives.controller.js';
import { SurgeAlternativePages } from './surge-alternatives.pages.js';
import { SurgeQueueController } from './surge-queue.controller.js';
import { SurgeQueuePages } from './surge-queue.pages.js';
import { SurgeRequestPages } from './surge-request.pages.js';
import { SurgeRequestScreen } from './surge-request.screen.js';
import { SurgeRequestsController } from './surge-requests.controller.js';
import { SurgeWritingPages } from './surge-writing.pages.js';

@Module({
  imports: [AccountsModule, DeploymentsModule, NeedsModule, NoticesModule, RosterModule],
  // Fixed paths before paths with an id, so that /surge/new is not taken for a request.
  controllers: [
    SurgeQueuePages,
    SurgeWritingPages,
    SurgeAlternativePages,
    SurgeRequestPages,
    OfferPages,
    SurgeQuestionPages,
    ReleasePages,
    SurgeQueueController,
    SurgeAlternativesController,
    SurgeRequestsController,
    SurgeOffersController,
    OfferAnswersController,
    OfferQuestionsController,
    ReleasesController,
  ],
  providers: [
    AlternativeReader,
    AlternativeTold,
    DeskComposer,
    SurgeAlternatives,
    SurgeDrafts,
    SurgeHistory,
    SurgeMissions,
    SurgeOfficers,
    SurgeQueueReader,
    SurgeRequestScreen,
    SurgeStageWatch,
    SurgeThread,
    MissionEnds,
    OfferAnswers,
    DeskNotices,
    OfficeNotices,
    StepNotices,
    MailLinks,
    MatchWatch,
    Newcomers,
    OfferBook,
    OfferClocks,
    OfferComposer,
    OfferNotices,
    OfferOutcomes,
    OfferOverlaps,
    OfferQuestions,
    OfferReleases,
    OfferSending,
    OfferTokens,
    OfferTold,
    OfferViews,
    ReleaseComposer,
    ReleaseDesk,
    SurgeComposer,
    SurgeOffers,
    SurgePeople,
    SurgeProposals,
    SurgeReader,
    SurgeRecord,
    SurgeRequests,
    SurgeSteps,
  ],
  exports: [
    OfferAnswers,
    OfferTokens,
    SurgeOffers,
    SurgeProposals,
    SurgeQueueReader,
    SurgeReader,
    SurgeRequests,
    SurgeSteps,
    SurgeThread,
    SurgeOfficers,
    SurgeDrafts,
    SurgeMissions,
    SurgeAlternatives,
    AlternativeReader,
  ],
})
export class SurgeModule {}

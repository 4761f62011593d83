import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { DeploymentsModule } from '../deployments/index.js';
import { NeedsModule } from '../needs/index.js';
import { NoticesModule } from '../notices/index.js';
import { RosterModule } from '../roster/index.js';
import { SurgeComposer } from './notices/surge-composer.service.js';
import { OfferAnswersController, SurgeOffersController } from './offers.controller.js';
import { OfferPages } from './offers.pages.js';
import { MissionEnds } from './services/mission-ends.service.js';
import { OfferAnswers } from './services/offer-answers.service.js';
import { OfferBook } from './services/offer-book.service.js';
import { OfferOutcomes } from './services/offer-outcomes.service.js';
import { OfferTokens } from './services/offer-tokens.js';
import { SurgeOffers } from './services/surge-offers.service.js';
import { SurgePeople } from './services/surge-people.service.js';
import { SurgeProposals } from './services/surge-proposals.service.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { SurgeRecord } from './services/surge-record.service.js';
import { SurgeRequests } from './services/surge-requests.service.js';
import { SurgeSteps } from './services/surge-steps.service.js';
import { SurgeQueuePages } from './surge-queue.pages.js';
import { SurgeRequestPages } from './surge-request.pages.js';
import { SurgeRequestsController } from './surge-requests.controller.js';
import { SurgeWritingPages } from './surge-writing.pages.js';

@Module({
  imports: [AccountsModule, DeploymentsModule, NeedsModule, NoticesModule, RosterModule],
  // Fixed paths before paths with an id, so that /surge/new is not taken for a request.
  controllers: [
    SurgeQueuePages,
    SurgeWritingPages,
    SurgeRequestPages,
    OfferPages,
    SurgeRequestsController,
    SurgeOffersController,
    OfferAnswersController,
  ],
  providers: [
    MissionEnds,
    OfferAnswers,
    OfferBook,
    OfferOutcomes,
    OfferTokens,
    SurgeComposer,
    SurgeOffers,
    SurgePeople,
    SurgeProposals,
    SurgeReader,
    SurgeRecord,
    SurgeRequests,
    SurgeSteps,
  ],
  exports: [OfferAnswers, OfferTokens, SurgeOffers, SurgeProposals, SurgeReader, SurgeRequests, SurgeSteps],
})
export class SurgeModule {}

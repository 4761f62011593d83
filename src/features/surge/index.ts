import { SurgeAlternative } from './entities/surge-alternative.entity.js';
import { SurgeEvent } from './entities/surge-event.entity.js';
import { SurgeOffer } from './entities/surge-offer.entity.js';
import { SurgeQuestion } from './entities/surge-question.entity.js';
import { SurgeRelease } from './entities/surge-release.entity.js';
import { SurgeCounter, SurgeRequest } from './entities/surge-request.entity.js';

export { SurgeAlternative } from './entities/surge-alternative.entity.js';
export { SurgeEvent } from './entities/surge-event.entity.js';
export { SurgeOffer } from './entities/surge-offer.entity.js';
export { SurgeRelease } from './entities/surge-release.entity.js';
export { SurgeRequest } from './entities/surge-request.entity.js';
export { officeArrived, placeFirm, placesCancelled } from './notices/place.jobs.js';
export { queueText } from './queue-text.js';
export { AlternativeReader } from './services/alternative-reader.service.js';
export { MatchWatch, WATCH_EVERY_MS } from './services/match-watch.service.js';
export { OfferAnswers, type OpenedOffer } from './services/offer-answers.service.js';
export { OfferClocks } from './services/offer-clocks.service.js';
export { OfferOverlaps } from './services/offer-overlaps.service.js';
export { OfferQuestions } from './services/offer-questions.service.js';
export { OfferTokens } from './services/offer-tokens.js';
export { ReleaseDesk } from './services/release-desk.service.js';
export { SurgeAlternatives } from './services/surge-alternatives.service.js';
export { SurgeDrafts } from './services/surge-drafts.service.js';
export { SurgeMissions } from './services/surge-missions.service.js';
export { SurgeOffers } from './services/surge-offers.service.js';
export { SurgeOfficers } from './services/surge-officers.service.js';
export { type Proposal, SurgeProposals } from './services/surge-proposals.service.js';
export { SurgeQueueReader } from './services/surge-queue-reader.service.js';
export { SurgeReader } from './services/surge-reader.service.js';
export { SurgeRequests } from './services/surge-requests.service.js';
export { SurgeSteps } from './services/surge-steps.service.js';
export { SurgeThread } from './services/surge-thread.service.js';
export { SurgeModule } from './surge.module.js';
export type { OfferAnswered, QueueLine, SurgeRequestView } from './surge-view.dto.js';
export { FUNDING_WORDS } from './views/words.js';

/** What this feature keeps in the database. */
export const SURGE_ENTITIES = [SurgeRequest, SurgeCounter, SurgeEvent, SurgeAlternative, SurgeOffer, SurgeRelease, SurgeQuestion];

import { SurgeEvent } from './entities/surge-event.entity.js';
import { SurgeOffer } from './entities/surge-offer.entity.js';
import { SurgeCounter, SurgeRequest } from './entities/surge-request.entity.js';

export { SurgeOffer } from './entities/surge-offer.entity.js';
export { SurgeRequest } from './entities/surge-request.entity.js';
export { OfferAnswers, type OpenedOffer } from './services/offer-answers.service.js';
export { OfferTokens } from './services/offer-tokens.js';
export { SurgeOffers } from './services/surge-offers.service.js';
export { type Proposal, SurgeProposals } from './services/surge-proposals.service.js';
export { SurgeReader } from './services/surge-reader.service.js';
export { SurgeRequests } from './services/surge-requests.service.js';
export { SurgeSteps } from './services/surge-steps.service.js';
export { SurgeModule } from './surge.module.js';
export type { OfferAnswered, QueueLine, SurgeRequestView } from './surge-view.dto.js';

/** What this feature keeps in the database. */
export const SURGE_ENTITIES = [SurgeRequest, SurgeCounter, SurgeEvent, SurgeOffer];

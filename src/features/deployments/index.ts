import { Reservation } from './reservation.entity.js';

export { DeploymentsModule } from './deployments.module.js';
export { type PeriodsByExpert, Reservations, type ReservationWanted } from './reservations.service.js';

/** What this feature keeps in the database. */
export const DEPLOYMENT_ENTITIES = [Reservation];

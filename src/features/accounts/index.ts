import { Account } from './account.entity.js';
import { Session } from './sign-in/session.entity.js';
import { SignInAttempt } from './sign-in/sign-in-attempt.entity.js';

export { AccountNames } from './account-names.js';
export { accountArrived } from './account-record.js';
export { AccountsModule } from './accounts.module.js';
export { AccountsService, type AccountView, type NewAccount } from './accounts.service.js';
export { FocalPoints } from './focal-points.js';
export { Offices } from './offices.js';
export { Sessions } from './sign-in/sessions.service.js';

/** What this feature keeps in the database. */
export const ACCOUNT_ENTITIES = [Account, Session, SignInAttempt];

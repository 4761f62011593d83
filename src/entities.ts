import { ACCOUNT_ENTITIES } from './features/accounts/index.js';
import { DEPLOYMENT_ENTITIES } from './features/deployments/index.js';
import { MISSION_ENTITIES } from './features/missions/index.js';
import { NEEDS_ENTITIES } from './features/needs/index.js';
import { NOTICE_ENTITIES } from './features/notices/index.js';
import { PANELS_ENTITIES } from './features/panels/index.js';
import { POSTS_ENTITIES } from './features/posts/index.js';
import { ROSTER_ENTITIES } from './features/roster/index.js';
import { RULES_ENTITIES } from './features/rules/index.js';
import { SHORTLISTS_ENTITIES } from './features/shortlists/index.js';
import { SURGE_ENTITIES } from './features/surge/index.js';
import { AuditEntry } from './platform/audit/index.js';
import { MailTurn } from './platform/mail/index.js';
import { OutboxJob } from './platform/outbox/index.js';

/** Every table of the service. */
export const ENTITIES = [
  OutboxJob,
  AuditEntry,
  MailTurn,
  ...ACCOUNT_ENTITIES,
  ...ROSTER_ENTITIES,
  ...DEPLOYMENT_ENTITIES,
  ...NEEDS_ENTITIES,
  ...POSTS_ENTITIES,
  ...RULES_ENTITIES,
  ...SHORTLISTS_ENTITIES,
  ...NOTICE_ENTITIES,
  ...PANELS_ENTITIES,
  ...SURGE_ENTITIES,
  ...MISSION_ENTITIES,
];

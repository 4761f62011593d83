import { AuditEntry } from './platform/audit/index.js';
import { OutboxJob } from './platform/outbox/index.js';

/** Every table of the service. */
export const ENTITIES = [OutboxJob, AuditEntry];

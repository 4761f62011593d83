export { migrate, openDataSource, type Schema } from './data-source.js';
export { Database, lockRow, newId, type Tx } from './database.js';
export { DatabaseModule } from './database.module.js';
export { afterCommit } from './transaction-context.js';
export { isOverlapViolation, isUniqueViolation } from './violations.js';

import { ENTITIES } from '../../src/entities.js';
import { MIGRATIONS } from '../../src/migrations/index.js';
import type { Schema } from '../../src/platform/database/index.js';

/** Every table of the service. */
export const WHOLE_SCHEMA: Schema = { entities: ENTITIES, migrations: MIGRATIONS };

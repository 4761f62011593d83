export { type ExpertContact, RosterContacts } from './roster-contacts.service.js';
export type { ImportProblem, ImportProgress, ImportReport } from './import-report.js';
export { type ImportOptions, type ImportSource, RosterImporter } from './roster-importer.service.js';
export { RosterMemberships } from './roster-memberships.service.js';
export { type RosterAsOf, RosterPool } from './roster-pool.service.js';
export { type ExpertView, RosterProfiles } from './roster-profiles.service.js';
export { type FoundExpert, type FoundExperts, RosterSearch } from './roster-search.service.js';
export { ROSTER_ENTITIES } from './roster.entity.js';
export { RosterModule } from './roster.module.js';

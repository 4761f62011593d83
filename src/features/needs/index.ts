export type { NamedProblem, NeedsImportReport, ReplacedReview } from './import/import-report.js';
export { NeedsImport } from './import/needs-import.service.js';
export type { UprSource } from './import/upr-file.js';
export { NEEDS_ENTITIES } from './needs.entity.js';
export { NeedsModule } from './needs.module.js';
export { Needs } from './needs.service.js';
export { FLAG_NAMES } from './views/wording.js';

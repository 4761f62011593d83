export type { NamedProblem, NeedsImportReport, ReplacedReview } from './import-report.js';
export { NEEDS_ENTITIES } from './needs.entity.js';
export { NeedsModule } from './needs.module.js';
export { Needs } from './needs.service.js';
export { NeedsImport } from './needs-import.service.js';
export type { UprSource } from './upr-file.js';

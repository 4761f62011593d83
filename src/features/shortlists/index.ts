export { RunReader } from './run-reader.service.js';
export { RunRecords } from './run-records.service.js';
export { RunStudies } from './run-studies.service.js';
export { SHORTLISTS_ENTITIES, ShortlistCandidate, ShortlistRun } from './shortlist.entity.js';
export { shortlistText, TEXT_WIDTH, type TextOptions } from './shortlist-text.js';
export type { IneligiblePerson, RankedPerson, ShortlistView } from './shortlist-view.js';
export { ShortlistViews } from './shortlist-views.service.js';
export { ShortlistsModule } from './shortlists.module.js';
export { Shortlists } from './shortlists.service.js';

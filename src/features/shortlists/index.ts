export { SHORTLISTS_ENTITIES, ShortlistCandidate, ShortlistRun } from './shortlist.entity.js';
export { shortlistText, TEXT_WIDTH, type TextOptions } from './shortlist-text.js';
export type { IneligiblePerson, RankedPerson, ShortlistView } from './shortlist-view.js';
export { ShortlistViews } from './shortlist-views.service.js';
export { ShortlistsModule } from './shortlists.module.js';
export { Shortlists } from './shortlists.service.js';

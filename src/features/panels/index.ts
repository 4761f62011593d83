export { PANELS_ENTITIES } from './panel.entity.js';
export { PanelDecisions } from './panel-decisions.service.js';
export { PanelDeclarations } from './panel-declarations.service.js';
export { PanelRatings } from './panel-ratings.service.js';
export { PanelResults } from './panel-results.service.js';
export type { CandidateCard, PanelOverview, PanelResult } from './panel-view.js';
export { PanelViews } from './panel-views.service.js';
export { PanelsModule } from './panels.module.js';
export { Panels } from './panels.service.js';

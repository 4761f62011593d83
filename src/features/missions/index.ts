import { Mission, MissionEvent } from './mission.entity.js';

export { Mission, MissionEvent } from './mission.entity.js';
export { MissionDesk } from './mission-desk.service.js';
export { MissionLinks } from './mission-links.js';
export { MissionReader } from './mission-reader.service.js';
export { MissionReports } from './mission-reports.service.js';
export { MissionsModule } from './missions.module.js';

/** What this feature keeps in the database. */
export const MISSION_ENTITIES = [Mission, MissionEvent];

import { Platform1764000000000 } from './1764000000000-platform.js';
import { Accounts1764000001000 } from './1764000001000-accounts.js';
import { Roster1764000002000 } from './1764000002000-roster.js';
import { Needs1764000003000 } from './1764000003000-needs.js';
import { Posts1764000004000 } from './1764000004000-posts.js';
import { Shortlists1764000005000 } from './1764000005000-shortlists.js';
import { Deployments1764000006000 } from './1764000006000-deployments.js';
import { Surge1764000007000 } from './1764000007000-surge.js';
import { Notices1764000008000 } from './1764000008000-notices.js';
import { NoticesWays1764000101000 } from './1764000101000-notices-ways.js';
import { NoticesHabits1764000101001 } from './1764000101001-notices-habits.js';
import { HandOverTimes1764000102000 } from './1764000102000-hand-over-times.js';
import { Offers1764000103000 } from './1764000103000-offers.js';
import { ShortlistRecords1764000104000 } from './1764000104000-shortlist-records.js';
import { PostsVersions1764000105000 } from './1764000105000-posts-versions.js';
import { DegreeTerms1764000105001 } from './1764000105001-degree-terms.js';
import { SurgeDesk1764000106000 } from './1764000106000-surge-desk.js';
import { DraftForms1764000106001 } from './1764000106001-draft-forms.js';
import { Panels1764000107000 } from './1764000107000-panels.js';
import { PanelExcuses1764000107001 } from './1764000107001-panel-excuses.js';
import { Missions1764000108000 } from './1764000108000-missions.js';
import { RosterChanges1764000110000 } from './1764000110000-roster-changes.js';
import { ClaimBacking1764000111000 } from './1764000111000-claim-backing.js';
import { Alternatives1764000113000 } from './1764000113000-alternatives.js';
import { MissionStarts1764000113001 } from './1764000113001-mission-starts.js';
import { ExpertConsent1764000114000 } from './1764000114000-expert-consent.js';
import { ImportSlices1764000114001 } from './1764000114001-import-slices.js';
import { EssentialChoices1764000119000 } from './1764000119000-essential-choices.js';

/** Every step, oldest first. A step is never changed once it has been merged; a new one is added. */
export const MIGRATIONS = [
  Platform1764000000000,
  Accounts1764000001000,
  Roster1764000002000,
  Needs1764000003000,
  Posts1764000004000,
  Shortlists1764000005000,
  Deployments1764000006000,
  Surge1764000007000,
  Notices1764000008000,
  NoticesWays1764000101000,
  NoticesHabits1764000101001,
  HandOverTimes1764000102000,
  Offers1764000103000,
  ShortlistRecords1764000104000,
  PostsVersions1764000105000,
  DegreeTerms1764000105001,
  SurgeDesk1764000106000,
  DraftForms1764000106001,
  Panels1764000107000,
  PanelExcuses1764000107001,
  Missions1764000108000,
  RosterChanges1764000110000,
  ClaimBacking1764000111000,
  Alternatives1764000113000,
  MissionStarts1764000113001,
  ExpertConsent1764000114000,
  ImportSlices1764000114001,
  EssentialChoices1764000119000,
];

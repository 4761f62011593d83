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
];

import { Platform1764000000000 } from './1764000000000-platform.js';

/** Every step, oldest first. A step is never changed once it has been merged; a new one is added. */
export const MIGRATIONS = [Platform1764000000000];

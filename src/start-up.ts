import { type Settings, settingsFrom, settle } from './platform/config/index.js';

/** Runs a process with its settings; a mistake becomes one clear text and exit code 1 instead of a stack trace. */
export async function startUp(run: (settings: Settings) => Promise<void>): Promise<void> {
  try {
    await run(settle(settingsFrom(process.env)));
  } catch (error) {
    console.error(`hra-desk cannot start:\n${error instanceof Error ? error.message : 'unknown reason'}`);
    process.exit(1);
  }
}

import type { INestApplicationContext } from '@nestjs/common';
import { createCommandContext } from '../app.js';
import type { Actor } from '../core/access.js';
import { DomainError } from '../core/errors.js';
import { DemoFailure } from '../demo/demo-failure.js';
import { SettingsError, settingsFrom, settle } from '../platform/config/index.js';

/** Whoever runs commands on the server's own console. They may do what a recruiter may; the audit trail says `system`. */
export const OPERATOR: Actor = { accountId: 'system', role: 'recruiter', name: 'Command line', country: null, agency: null };

/**
 * Runs a command inside the service and ends it properly. The command's number becomes the exit code; a refusal or a
 * mistake in the settings becomes its sentences and exit code 1.
 */
export async function atTheDesk(command: (desk: INestApplicationContext) => Promise<number>): Promise<void> {
  process.exitCode = await outcome(async () => {
    const desk = await createCommandContext(settle(settingsFrom(process.env)));
    try {
      return await command(desk);
    } finally {
      await desk.close();
    }
  });
}

/** The exit code of some work; what it refuses is told in sentences on standard error. */
export async function outcome(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) && !(error instanceof SettingsError) && !(error instanceof DemoFailure)) throw error;
    const lines = error instanceof DomainError && error.fields.length > 0 ? error.fields.map(({ message }) => message) : [error.message];
    for (const line of lines) console.error(line);
    return 1;
  }
}

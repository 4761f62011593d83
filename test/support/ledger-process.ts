import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../src/platform/config/index.js';
import { waitFor } from './wait-for.js';

const FIXTURE = join(__dirname, '..', 'faults', 'fixtures', 'ledger-worker.mjs');

/** A real process that runs the job `test.entry` and keeps its ledger in a file. */
export class LedgerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(settings: Settings, file: string, milliseconds: number, kind: 'api' | 'worker'): Promise<LedgerProcess> {
    const given = {
      DATABASE_URL: settings.databaseUrl,
      DATA_FOLDER: settings.dataFolder,
      REDIS_URL: settings.redisUrl,
      APP_SECRET: settings.secret,
      NODE_ENV: 'test',
    };
    const env = { PATH: process.env['PATH'], ...given };
    const child = spawn(process.execPath, [FIXTURE, file, String(milliseconds), kind], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    await waitFor('the process to be ready', () => output.includes('ready'));
    return new LedgerProcess(child);
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}

/** The numbers noted so far. */
export function ledger(file: string, what: 'began' | 'done'): number[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.startsWith(what)).map((line) => Number(line.split(' ')[1]));
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../src/platform/config/index.js';
import { waitFor } from './wait-for.js';

const FIXTURE = join(__dirname, '..', 'faults', 'fixtures', 'ledger-worker.mjs');

export interface LedgerOptions {
  /** How long each job takes. */
  readonly milliseconds: number;
  readonly kind: 'api' | 'worker';
  /** By how many milliseconds its clock is ahead when it starts. */
  readonly ahead?: number;
  /** The zone of its clock on the wall, `Europe/Zurich`. */
  readonly timeZone?: string;
}

/** A real process that runs the job `test.entry` and keeps its ledger in a file. */
export class LedgerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(settings: Settings, file: string, options: LedgerOptions): Promise<LedgerProcess> {
    const given = {
      DATABASE_URL: settings.databaseUrl,
      DATA_FOLDER: settings.dataFolder,
      REDIS_URL: settings.redisUrl,
      APP_SECRET: settings.secret,
      JOB_LEASE_SECONDS: String(settings.jobLeaseSeconds),
      NODE_ENV: 'test',
      TZ: options.timeZone,
    };
    const env = { PATH: process.env['PATH'], ...given };
    const args = [FIXTURE, file, String(options.milliseconds), options.kind, String(options.ahead ?? 0)];
    const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.on('error', () => undefined); // it may have been killed a moment ago
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    await waitFor('the process to be ready', () => output.includes('ready'));
    return new LedgerProcess(child);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Sets its clock forward, or back with a negative number. */
  jump(milliseconds: number): void {
    this.child.stdin?.write(`${milliseconds}\n`);
  }

  /** Resolves with the milliseconds it took to end. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    if (this.hasEnded) return 0;
    const ended = once(this.child, 'exit');
    const since = Date.now();
    this.child.kill(signal);
    await ended;
    return Date.now() - since;
  }
}

/** One line of a ledger. */
export interface LedgerLine {
  readonly what: 'began' | 'done';
  readonly number: number;
  /** Milliseconds since 1970 by the clock of the process. */
  readonly at: number;
  readonly pid: number;
}

/** All that was noted so far, in order. */
export function ledgerLines(file: string): LedgerLine[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' '))
    .map(([what, number, at, pid]) => ({ what: what as LedgerLine['what'], number: Number(number), at: Number(at), pid: Number(pid) }));
}

/** The numbers noted so far. */
export function ledger(file: string, what: 'began' | 'done'): number[] {
  return ledgerLines(file)
    .filter((line) => line.what === what)
    .map(({ number }) => number);
}

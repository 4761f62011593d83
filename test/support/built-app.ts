import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { waitFor } from './wait-for.js';

const PROJECT = resolve(__dirname, '../..');

/** A process of the built service, as an operator starts it. */
export interface BuiltProcess {
  /** Everything printed so far. */
  output(): string;
  /** Sends a signal and waits; the exit code, or the name of the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  /** The same, without sending anything. */
  ended(): Promise<number | NodeJS.Signals>;
  readonly process: ChildProcess;
}

/** Starts `dist/<entry>` with these environment variables on top of the machine's PATH, and nothing else. */
export function startBuilt(entry: string, variables: Readonly<Record<string, string>>, args: readonly string[] = []): BuiltProcess {
  const file = join(PROJECT, 'dist', entry);
  if (!existsSync(file)) throw new Error(`dist/${entry} is not there. Run \`npm run build\` first; \`npm test\` does.`);
  const child = spawn(process.execPath, [file, ...args], {
    cwd: PROJECT,
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk));
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const ended = async (): Promise<number | NodeJS.Signals> => {
    const [code, signal] = await closed;
    return code ?? signal ?? 'SIGKILL';
  };
  const end = (signal: NodeJS.Signals): Promise<number | NodeJS.Signals> => {
    child.kill(signal);
    return ended();
  };
  return { process: child, output: () => Buffer.concat(printed).toString('utf8'), end, ended };
}

/** The address that a built API process says it serves. Throws with all it printed when it ends first. */
export async function addressOf(built: BuiltProcess): Promise<string> {
  const address = (): string | undefined => /hra-desk serves (http:\/\/\S+)/.exec(built.output())?.[1];
  await waitFor('the address of the built app', () => address() ?? built.process.exitCode !== null);
  const found = address();
  if (!found) throw new Error(`The built app ended with ${built.process.exitCode}: ${built.output()}`);
  return found;
}

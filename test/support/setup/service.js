import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** Starts a service that ends with this process; see keeper.js. `output()` is what it printed, for when it fails. */
export function keep(service) {
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'keeper.js'), JSON.stringify(service)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const printed = [];
  for (const stream of [keeper.stdout, keeper.stderr]) stream.on('data', (chunk) => printed.push(chunk));
  const ended = once(keeper, 'exit');
  return {
    output: () => Buffer.concat(printed).toString('utf8').slice(-4000),
    hasEnded: () => keeper.exitCode !== null,
    async stop() {
      keeper.stdin.end();
      await ended;
    },
  };
}

/** Asks again every 50 ms until the service answers; says what it printed when it ends first or takes a minute. */
export async function untilAnswering(name, kept, ask) {
  const giveUpAt = Date.now() + 60_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (kept.hasEnded() || Date.now() > giveUpAt) throw new Error(`${name} did not start: ${error.message}\n${kept.output()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A port that was free a moment ago, on the loopback address. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** The full path of the first of these programs that is on the PATH, or undefined. */
export function findProgram(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (isProgram(path)) return path;
    }
  }
  return undefined;
}

/** Whether this file can be run. */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

let listsAreFresh = false;

/**
 * Installs Debian packages when this is root on a Debian-like system, and says so; returns whether it did. RUNLEVEL=1
 * keeps the packages from starting their own system service.
 */
export function installFromDebian(packages, why) {
  if (process.getuid?.() !== 0 || !isDebian() || !findProgram('apt-get')) return false;
  process.stderr.write(`\n${why} Installing Debian's ${packages.join(', ')} with apt-get, because this is root on Debian …\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const aptGet = (...args) => execFileSync('apt-get', args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    if (!listsAreFresh) aptGet('-q', 'update');
    listsAreFresh = true;
    aptGet('-q', '-y', '--no-install-recommends', 'install', ...packages);
    return true;
  } catch (error) {
    process.stderr.write(`That did not work: ${error.message}\n`);
    return false;
  }
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

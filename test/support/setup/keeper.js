/**
 * Runs one service for a test run and ends it when the run ends, however it ends: the run holds this process's standard
 * input open, and the system closes that even when the run is killed. Called with one JSON argument:
 * { command, args, uid?, gid?, stopSignal, folder }. The folder is removed when the service has stopped.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const { command, args, uid, gid, stopSignal, folder } = JSON.parse(process.argv[2]);
const service = spawn(command, args, { uid, gid, cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], detached: true });

service.on('error', (error) => {
  process.stderr.write(`${command} cannot be started: ${error.message}\n`);
  end(1);
});
service.on('exit', (code) => end(code ?? 0));

process.stdin.on('end', () => service.kill(stopSignal));
process.stdin.on('error', () => service.kill(stopSignal));
process.stdin.resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => service.kill(stopSignal));

function end(code) {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DemoFailure } from './demo-failure.js';

/** Its presence says that everything in the folder was made by the demo and may be replaced. */
const MARK = 'THIS-IS-A-DEMO-FOLDER';

/**
 * An empty demo folder at this place, replacing the one of an earlier demo. Throws a DemoFailure, having touched nothing,
 * when something else is there.
 */
export function freshDemoFolder(path: string): string {
  const folder = resolve(path);
  if (existsSync(folder)) {
    const ours = lstatSync(folder).isDirectory() && (readdirSync(folder).length === 0 || existsSync(join(folder, MARK)));
    if (!ours)
      throw new DemoFailure(`${folder} was not made by the demo, so it is left alone. Name another folder, or remove it yourself.`);
    rmSync(folder, { recursive: true });
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, MARK), 'The next demo replaces everything in this folder.\n');
  return folder;
}

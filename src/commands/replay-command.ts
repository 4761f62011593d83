import { readFile } from 'node:fs/promises';
import type { ExpertProfile } from '../core/expert.js';
import { type FrozenRun, replay } from '../core/matching/index.js';

/** The document of a run, as `/api/v1/shortlists/:id/document` gives it. */
interface RunDocument {
  readonly format: 'hra-desk.shortlist-run';
  readonly version: 1;
  readonly run: Omit<FrozenRun, 'ranked' | 'others'>;
  readonly ranked: FrozenRun['ranked'];
  readonly others: FrozenRun['others'];
  readonly profiles: readonly ExpertProfile[];
}

/** Replays a downloaded run and prints what differs. Returns 0 when everything is equal, else 1. */
export async function replayFile(file: string): Promise<number> {
  const document = await readJson(file);
  if (!isRunDocument(document)) {
    console.error(`${file} cannot be read, or is not the JSON of a shortlist run of a version that this program knows.`);
    return 1;
  }
  const { run, ranked, others, profiles } = document;
  const { equal, people, values, differing, differences } = replay({ ...run, ranked, others }, profiles);
  console.log(`${values} values of ${people} people were compared; ${equal ? 'all are equal.' : `${differing} differ.`}`);
  for (const { number, path, frozen, recomputed } of differences)
    console.log(`${number === null ? 'the run' : `No. ${number}`}  ${path}: was ${frozen}, comes out as ${recomputed}`);
  return equal ? 0 : 1;
}

function isRunDocument(value: unknown): value is RunDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 'hra-desk.shortlist-run' &&
    'version' in value &&
    value.version === 1
  );
}

/** Undefined for a file that is not there or is no JSON. */
async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

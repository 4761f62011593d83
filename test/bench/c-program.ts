import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { boundsOf } from '../../src/core/matching/bounds.js';
import { COLUMNS } from '../../src/core/matching/facts.js';
import { COUNTRY_CELLS, DESIRED_BITS, HUMAN_RIGHTS_BITS, SKILLS_BITS, WORTHS } from '../../src/core/matching/kernel-layout.js';
import { compile, type Lookup } from '../../src/core/matching/request.js';
import type { Table } from '../../src/core/matching/table.js';
import { writeWorths } from '../../src/core/matching/worths.js';
import type { Requirement } from '../../src/core/requirement.js';
import type { Answer, Contestant } from './contest.js';
import { WEIGHED } from './statement.js';

const NEVER = 2 ** 31 - 1;
const NOTHING_REQUIRED: Lookup = { columns: [], points: [], top: 0, whole: 1 };

/** Compiles test/bench/c/rank.c for this processor and gives it the engine's table. Throws where there is no gcc or no vectors. */
export async function cProgram(table: Table, folder: string, rounds: number): Promise<Contestant> {
  execFileSync(
    'gcc',
    [
      '-O3',
      '-march=native',
      `-DCOLUMNS=${COLUMNS}`,
      `-DWORTHS=${WORTHS}`,
      `-DCOUNTRY_CELLS=${COUNTRY_CELLS}`,
      `-DDESIRED_BITS=${DESIRED_BITS}`,
      `-DHUMAN_RIGHTS_BITS=${HUMAN_RIGHTS_BITS}`,
      `-DSKILLS_BITS=${SKILLS_BITS}`,
      '-o',
      `${folder}/rank`,
      'test/bench/c/rank.c',
      '-lm',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  writeTable(table, `${folder}/table`);
  const child = spawn(`${folder}/rank`, [`${folder}/table`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    name: 'C',
    rounds,
    rank: async (requirement) => {
      child.stdin.write(requestBytes(table, requirement));
      const { value, done } = await lines.next();
      if (done) throw new Error('The C program ended before it answered.');
      return answerOf(value);
    },
    close: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** Its own clock, so that the pipe costs it nothing. */
function answerOf(line: string): Answer {
  const [nanoseconds, , ...best] = line.split(' ');
  const top = best.map((one) => {
    const [number, total] = one.split(':').map(Number);
    return { number: number as number, total: total as number };
  });
  return { milliseconds: Number(nanoseconds) / 1e6, top };
}

/** Columns are padded to whole vectors, and those that nobody has are written out too. */
function writeTable(table: Table, path: string): void {
  const used = Math.ceil(table.rows / 32) * 16;
  const stride = Math.ceil(used / 64) * 64;
  const file = openSync(path, 'w');
  writeSync(file, Uint32Array.of(table.rows, stride, table.runs.length, table.cells.length));
  for (const place of table.columns) {
    const column = new Uint8Array(stride);
    column.set(table.bytes.subarray(place, place + used));
    writeSync(file, column);
  }
  writeSync(file, table.records.bytes);
  writeSync(file, table.cells);
  writeSync(file, Uint32Array.from(table.runs.flatMap(({ signature, start, end }) => [signature, start, end])));
  closeSync(file);
}

function requestBytes(table: Table, requirement: Requirement): Uint8Array {
  const request = compile(requirement);
  const bounds = boundsOf(request);
  const worths = new Uint32Array(WORTHS);
  writeWorths(worths, table, request);
  const required = request.levelGates.find(({ gate }) => gate === 'languages') ?? NOTHING_REQUIRED;
  const whole = Int32Array.from([
    request.minimumDays,
    Number(request.needsField),
    ...request.essential,
    ...request.daysByEducation.map((days) => Math.min(days, NEVER)),
    request.experienceWhole,
    request.knowledgeWhole,
    ...WEIGHED.map((criterion) => request.weights[criterion]),
    request.themes.whole,
    request.desiredLanguages.whole,
    ...lookupNumbers(required),
    ...worths,
  ]);
  const columns = Int32Array.from([
    bounds.countryPoints,
    bounds.columns.length,
    ...padded(bounds.columns, COLUMNS),
    ...padded(restsOf(bounds.points), COLUMNS),
  ]);
  const points = Uint8Array.from(padded([...bounds.points], COLUMNS * 16));
  const gates = Uint8Array.from(padded([...required.points], COLUMNS * 16));
  const gap = whole.byteLength % 8;
  const parts = [bytesOf(whole), new Uint8Array(gap), bytesOf(Float64Array.of(bounds.unit)), bytesOf(columns), points, gates];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([...parts, new Uint8Array((8 - (length % 8)) % 8)]);
}

/** By column: the most that all later ones can add. */
function restsOf(points: readonly number[]): number[] {
  const highest = Array.from({ length: points.length / 16 }, (_, column) => Math.max(...points.slice(column * 16, column * 16 + 16)));
  return highest.map((_, column) => highest.slice(column + 1).reduce((sum, most) => sum + most, 0));
}

function lookupNumbers({ columns, points, whole }: Lookup): number[] {
  return [columns.length, whole, ...padded(columns, COLUMNS), ...padded([...points], COLUMNS * 16)];
}

function padded(numbers: readonly number[], length: number): number[] {
  return [...numbers, ...new Array<number>(length - numbers.length).fill(0)];
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * Ranks the same fictional rosters in every way there is, side by side: `npm run bench`, or with sizes of your own,
 * `npm run bench -- 2000 1000000`. Every answer is compared; a difference fails the run. What is printed are ratios
 * within one run, since times depend on the machine.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { factsOf } from '../../src/core/matching/facts.js';
import { type Pool, rank } from '../../src/core/matching/index.js';
import type { Requirement } from '../../src/core/requirement.js';
import { Random } from '../../src/demo/random.js';
import { AS_OF } from '../support/experts.js';
import { type Contestant, fingerprint, median, quantile, TOP } from './contest.js';
import { contestants } from './contestants.js';
import { differentRequests, REQUEST_CLASSES, type RequestClass } from './requests.js';
import { robustnessRows } from './robust.js';
import { fictionalRoster } from './roster.js';

const DEFAULT_SIZES = [1_000, 10_000, 100_000];
const STRICT = { countUnpaid: false, countInternships: false, countGeneralService: false };
/** Milliseconds in which everybody may answer before anything is timed: compilers need to see code often before they do their best. */
const WARM_UP = 200;

const folder = mkdtempSync(join(tmpdir(), 'hra-desk-bench-'));
// The database server runs as another user and reads the files of this run.
chmodSync(folder, 0o755);
try {
  console.log(`Top ${TOP} of fictional rosters: how many times longer than the engine, medians of the ratios of each round.\n`);
  for (const size of sizesFrom(process.argv.slice(2))) await contest(size);
  console.log('Everybody gave the same numbers, totals and order each time.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function sizesFrom(given: readonly string[]): readonly number[] {
  const numbers = given.map(Number);
  if (numbers.every((size) => Number.isInteger(size) && size > 0)) return numbers.length > 0 ? numbers : DEFAULT_SIZES;
  console.error('Give sizes as whole numbers from 1, for example: npm run bench -- 1000 10000');
  return process.exit(2);
}

async function contest(size: number): Promise<void> {
  const profiles = [...fictionalRoster(size)];
  const facts = profiles.map((profile) => factsOf(profile, AS_OF, STRICT));
  const field = await contestants({ profiles, facts, folder });
  try {
    const rows: Record<string, unknown>[] = [];
    for (const requests of REQUEST_CLASSES) rows.push(...(await compare(field.pool, field.contestants, requests)));
    console.table(rows);
    console.log('How firm the first 50 are under 1,000 weightings, on their list and among everybody, against one ranking:');
    console.table(robustnessRows(field.pool));
    console.log(`${size} profiles: ${spread(field.pool)}; ${policies(field.pool)}; ${change(field.pool)}; ${memory(field.pool)}.`);
    for (const absent of field.absent) console.log(`Left out: ${absent}`);
    console.log('');
  } finally {
    await field.close();
  }
}

/** Milliseconds of one contestant: of its first answer after the others had the machine, and of the same answer while it is in use. */
interface Times {
  readonly first: number[];
  readonly inUse: number[];
}

/**
 * One class of requests, one of them in each round, by everybody in an order that changes. Everybody is timed twice: for
 * the first answer, when the caches hold what the one before left there, and once more after all requests of the class were
 * answered, when nobody pays for that any longer.
 */
async function compare(pool: Pool, all: readonly Contestant[], { name, requests }: RequestClass): Promise<Record<string, unknown>[]> {
  const times = new Map<Contestant, Times>(all.map((one) => [one, { first: [], inUse: [] }]));
  const random = new Random(1);
  for (const one of all) await warmUp(one, requests);
  for (let round = 0; round < Math.max(...all.map(({ rounds }) => rounds)); round++) {
    const requirement = requests[round % requests.length] as Requirement;
    const seen = new Map<string, string>();
    for (const one of random.sample(all, all.length).filter(({ rounds }) => round < rounds)) {
      const first = await one.rank(requirement);
      for (const other of requests) await one.rank(other);
      const again = await one.rank(requirement);
      times.get(one)?.first.push(first.milliseconds);
      times.get(one)?.inUse.push(again.milliseconds);
      for (const { top } of [first, again]) seen.set(`${one.name} ${fingerprint(top)}`, fingerprint(top));
    }
    if (new Set(seen.values()).size > 1) throw new Error(`The answers to "${name}" differ: ${JSON.stringify([...seen.keys()])}`);
  }
  const eligible = requests.reduce((sum, requirement) => sum + rank(pool, requirement, 0).eligible, 0) / requests.length;
  return [
    { requests: name, 'eligible %': oneDecimal((100 * eligible) / pool.size), ...ratiosIn(times, 'inUse') },
    { requests: `${name}, first answer`, ...ratiosIn(times, 'first') },
  ];
}

function ratiosIn(times: ReadonlyMap<Contestant, Times>, kind: keyof Times): Record<string, number> {
  const [engine, ...others] = [...times].map(([one, taken]) => [one.name, taken[kind]] as const);
  const [, own] = engine as (typeof others)[number];
  return {
    'engine ms': Math.round(1000 * median(own)) / 1000,
    ...Object.fromEntries(others.map(([name, taken]) => [name, oneDecimal(median(ratios(taken, own)))])),
  };
}

async function warmUp(one: Contestant, requests: readonly Requirement[]): Promise<void> {
  const end = performance.now() + WARM_UP;
  for (let turn = 0; performance.now() < end; turn++) await one.rank(requests[turn % requests.length] as Requirement);
}

function ratios(times: readonly number[], engine: readonly number[]): number[] {
  return times.map((time, round) => time / (engine[round] as number));
}

/** Many different requests: a slow one would be somebody's every day. Of each the best of three, or other programs would be measured. */
function spread(pool: Pool): string {
  const requests = differentRequests(1000);
  const passes = [1, 2, 3].map(() => requests.map((requirement) => timeOf(() => rank(pool, requirement, TOP))));
  const times = requests.map((_, index) => Math.min(...passes.map((pass) => pass[index] as number)));
  return `of 1,000 different requests the slowest hundredth takes ${oneDecimal(quantile(times, 99) / median(times))} times the median`;
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function typical(): Requirement {
  const [requirement] = (REQUEST_CLASSES[1] as RequestClass).requests;
  return requirement as Requirement;
}

/** What a post may weigh besides: each against the same request without it. */
function policies(pool: Pool): string {
  const plain = typical();
  const halved = { 'self-declared': 50, verified: 100, 'panel-assessed': 100 };
  const asked: readonly Requirement[] = [
    plain,
    { ...plain, context: ['humanitarian-experience', 'due-diligence-training'], weights: { ...plain.weights, themes: 25, context: 5 } },
    { ...plain, claimWorth: { themes: halved, languages: halved, knowledge: halved, skills: halved } },
  ];
  const times = asked.map((): number[] => []);
  for (const requirement of asked) rank(pool, requirement, TOP);
  for (let round = 0; round < 20; round++)
    for (const [place, requirement] of asked.entries()) times[place]?.push(timeOf(() => rank(pool, requirement, TOP)));
  const [one, situation, discounting] = times.map(median) as [number, number, number];
  return `weighing a country's situation takes ${oneDecimal(situation / one)} times as long, and discounting claims that nobody checked ${oneDecimal(discounting / one)} times`;
}

/** A profile is changed, and somebody ranks: both against a ranking without changes. */
function change(pool: Pool): string {
  const requirement = typical();
  const times: [rank: number[], change: number[], both: number[]] = [[], [], []];
  for (let round = 0; round < 60; round++) {
    const profile = pool.profiles[(round * 7919) % pool.size] as Pool['profiles'][number];
    const start = performance.now();
    rank(pool, requirement, TOP);
    const ranked = performance.now();
    const changed = pool.with({ ...profile, trainings: [] });
    const made = performance.now();
    rank(changed, requirement, TOP);
    times[0].push(ranked - start);
    times[1].push(made - ranked);
    times[2].push(performance.now() - made);
  }
  return `changing a profile takes ${Math.round(median(times[1]) * 1000)} µs, and the next ranking ${oneDecimal(median(times[2]) / median(times[0]))} times one without`;
}

function memory(pool: Pool): string {
  const [part] = pool.parts(STRICT);
  return `${oneDecimal((part?.table.size ?? 0) / pool.size)} bytes a profile in the pool`;
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

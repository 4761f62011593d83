/**
 * Ranks the same fictional roster by the engine, by its plain reference and by SQL, side by side: `npm run bench`, or
 * with sizes of your own, `npm run bench -- 2000 20000`. Every answer is compared; a difference fails the run. What is
 * printed are ratios within one run, since times depend on the machine.
 */
import type { ExpertProfile } from '../../src/core/expert.js';
import { Pool, rank } from '../../src/core/matching/index.js';
import type { Requirement } from '../../src/core/requirement.js';
import { AS_OF } from '../support/experts.js';
import { type Contestant, fingerprint, TOP } from './contest.js';
import { contestants } from './contestants.js';
import { REQUEST_CLASSES, type RequestClass } from './requests.js';
import { fictionalRoster } from './roster.js';

const DEFAULT_SIZES = [1_000, 10_000, 100_000];

/** Fewer rounds where one takes long, and never less than three, so that a median is one. */
const roundsFor = (size: number): number => Math.max(3, Math.min(15, Math.floor(50_000 / size)));

const sizes = sizesFrom(process.argv.slice(2));
const roster = fictionalRoster(Math.max(...sizes));
console.log(`Top ${TOP} of fictional rosters; how many times longer than the engine, medians of the ratios of each round.\n`);
for (const size of sizes) {
  const profiles = roster.slice(0, size);
  const all = contestants(profiles);
  console.table(REQUEST_CLASSES.map((requests) => compare(profiles, all, requests)));
}
console.log('Everybody gave the same numbers, totals and order each time.');

function sizesFrom(given: readonly string[]): readonly number[] {
  const numbers = given.map(Number);
  if (numbers.every((size) => Number.isInteger(size) && size > 0)) return numbers.length > 0 ? numbers : DEFAULT_SIZES;
  console.error('Give sizes as whole numbers from 1, for example: npm run bench -- 1000 10000');
  return process.exit(2);
}

/** One class of requests, one of them in each round, by everybody; who begins changes from round to round. */
function compare(
  profiles: readonly ExpertProfile[],
  all: readonly Contestant[],
  { name, requests }: RequestClass,
): Record<string, unknown> {
  const times = all.map((): number[] => []);
  const answers: string[] = [];
  for (let round = 0; round < roundsFor(profiles.length); round++) {
    const requirement = requests[round % requests.length] as Requirement;
    const seen = all.map((_, turn) => {
      const index = (round + turn) % all.length;
      const start = process.hrtime.bigint();
      const top = all[index]?.top(requirement) ?? [];
      times[index]?.push(Number(process.hrtime.bigint() - start));
      return fingerprint(top);
    });
    if (new Set(seen).size > 1) throw new Error(`The answers to "${name}" at ${profiles.length} profiles differ: ${seen.join(', ')}.`);
    answers.push(seen[0] as string);
  }
  const [engine = []] = times;
  const ratios = all.map((contestant, index) => [contestant.name, oneDecimal(median(ratiosOf(times[index] ?? [], engine)))]);
  return {
    profiles: profiles.length,
    requests: name,
    'eligible %': eligibleShare(profiles, requests),
    ...Object.fromEntries(ratios),
    'same top': answers[0],
  };
}

function ratiosOf(times: readonly number[], engine: readonly number[]): number[] {
  return times.map((time, round) => time / (engine[round] as number));
}

function eligibleShare(profiles: readonly ExpertProfile[], requests: RequestClass['requests']): number {
  const pool = Pool.of(profiles, AS_OF);
  const eligible = requests.reduce((sum, requirement) => sum + rank(pool, requirement, 1).eligible, 0);
  return oneDecimal((100 * eligible) / (profiles.length * requests.length));
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] as number) + (sorted[Math.ceil((sorted.length - 1) / 2)] as number)) / 2;
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

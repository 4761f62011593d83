import { type Pool, rank, robustness } from '../../src/core/matching/index.js';
import type { Requirement } from '../../src/core/requirement.js';
import { median, TOP } from './contest.js';
import { REQUEST_CLASSES } from './requests.js';

const OPTIONS = { kept: TOP, top: 5, weightings: 1000, seed: 1 };
const ROUNDS = 7;
const RANKINGS = 20;
const CALLS_BEFORE = 5;

/**
 * Exact ranks of the first fifty among all eligible people under a thousand random weightings and each weight a fifth
 * lower and higher: how many times one ranking of the same people. Of each the best of several rounds that alternate, or
 * other programs would be measured. Throws when the kernel and its plain twin disagree.
 */
export function robustnessRows(pool: Pool): Record<string, unknown>[] {
  return REQUEST_CLASSES.map(({ name, requests }) => {
    const [requirement] = requests as [Requirement];
    const study = () => robustness(pool, requirement, OPTIONS);
    const plainly = () => robustness(pool, requirement, OPTIONS, null);
    if (JSON.stringify(study()) !== JSON.stringify(plainly())) throw new Error(`The ranks under "${name}" differ.`);
    for (let call = 0; call < CALLS_BEFORE; call++) study();
    const times: [ranking: number[], study: number[], plain: number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      times[0].push(median(Array.from({ length: RANKINGS }, () => timeOf(() => rank(pool, requirement, TOP)))));
      times[1].push(timeOf(study));
      if (round < 2) times[2].push(timeOf(plainly));
    }
    const [ranking, kernel, plain] = times.map((taken) => Math.min(...taken)) as [number, number, number];
    return {
      requests: name,
      eligible: rank(pool, requirement, 0).eligible,
      'one ranking ms': round(ranking, 1000),
      'robustness ms': round(kernel, 10),
      'in rankings': Math.round(kernel / ranking),
      'plain counter, in rankings': Math.round(plain / ranking),
    };
  });
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}

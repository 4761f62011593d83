import type { ExpertProfile } from '../expert.js';
import { CRITERIA, type Requirement } from '../requirement.js';
import { assessedPart, discounted, discounts, verifiedPart, worthOf } from './backing.js';
import { Best } from './best.js';
import type { Pool } from './pool.js';
import type { CriterionValues, RankedCandidate } from './ranking.js';
import { compile } from './request.js';
import { Scan } from './scan.js';

/**
 * Whether a requirement weighs what the engine's columns do not hold: how far claims are backed. Most do not; whoever does
 * is ranked here, exactly and without bounds.
 */
export function beyondColumns({ claimWorth }: Requirement): boolean {
  return discounts(claimWorth);
}

/** The best `size` of those who meet every gate: each of them is valued in full, layer by layer where claims are discounted. */
export function topBeyondColumns(pool: Pool, requirement: Requirement, scans: readonly Scan[], size: number): RankedCandidate[] {
  const [verified, assessed] = [new Layer(verifiedOf(pool), requirement), new Layer(assessedOf(pool), requirement)];
  const best = new Best(Math.min(size, pool.size));
  const valuesAt = (scan: Scan, number: number, row: number): CriterionValues =>
    discountedValues(scan.values(row), verified.values(number), assessed.values(number), requirement);
  for (const scan of scans) {
    scan.forEach((missed, number, row) => {
      if (missed === 0) best.offer(totalOf(valuesAt(scan, number, row), requirement), number, row);
    });
  }
  return best.inOrder().map(({ total, number, row }, index) => {
    const scan = scans.find((one) => one.has(row)) as Scan;
    return { rank: index + 1, expertId: profileOf(pool, number).id, number, total, values: valuesAt(scan, number, row) };
  });
}

/** What is left of a pool when only better backed claims are believed, with its packed values by roster number. */
class Layer {
  private readonly packed = new Map<number, CriterionValues>();

  constructor(pool: Pool, requirement: Requirement) {
    const request = compile(requirement);
    for (const part of pool.parts(requirement.experiencePolicy)) {
      const scan = new Scan(part, request);
      scan.forEach((_, number, row) => {
        this.packed.set(number, scan.values(row));
      });
    }
  }

  values(number: number): CriterionValues {
    const packed = this.packed.get(number);
    if (!packed) throw new RangeError('no such roster number in the layer');
    return packed;
  }
}

const VERIFIED = new WeakMap<Pool, Pool>();
const ASSESSED = new WeakMap<Pool, Pool>();

/** Made when it is first asked for, and kept as long as the pool. */
function verifiedOf(pool: Pool): Pool {
  return layerOf(pool, VERIFIED, verifiedPart);
}

function assessedOf(pool: Pool): Pool {
  return layerOf(pool, ASSESSED, assessedPart);
}

function layerOf(pool: Pool, known: WeakMap<Pool, Pool>, part: (profile: ExpertProfile) => ExpertProfile): Pool {
  const found = known.get(pool) ?? pool.layer(part);
  known.set(pool, found);
  return found;
}

function discountedValues(
  claimed: CriterionValues,
  verified: CriterionValues,
  assessed: CriterionValues,
  { claimWorth }: Requirement,
): CriterionValues {
  const values = CRITERIA.map((name) => {
    const layers = { claimed: claimed[name], verified: verified[name], assessed: assessed[name] };
    return [name, discounted(layers, worthOf(claimWorth, name))] as const;
  });
  return Object.fromEntries(values) as unknown as CriterionValues;
}

function totalOf(values: CriterionValues, { weights }: Requirement): number {
  return CRITERIA.reduce((sum, name) => sum + weights[name] * values[name], 0);
}

function profileOf(pool: Pool, number: number): ExpertProfile {
  const profile = pool.profile(number);
  if (!profile) throw new RangeError('no such roster number in the pool');
  return profile;
}

import type { HandOver } from './delivery.js';

/** How many jobs a bundle holds at most. */
export const MOST_TOGETHER = 10;
/** Into how many bundles jobs are put while these are not full, so that many workers can share a few jobs. */
const FEW_BUNDLES = 20;

/** What lies in Redis as one: ids of the outbox that are delivered together, because each delivery costs as much for many as for one. */
export interface Bundle {
  readonly ids: readonly string[];
}

/**
 * The jobs in their order, of one to ten each. A queue ignores an id that it has seen, so the id of a bundle has the number of
 * the hand-over in it: its first job may have been the first of another one before.
 */
export function bundled(jobs: readonly HandOver[]): (Bundle & { jobId: string })[] {
  const size = Math.min(MOST_TOGETHER, Math.ceil(jobs.length / FEW_BUNDLES));
  return Array.from({ length: Math.ceil(jobs.length / size) || 0 }, (_, at) => {
    const bundle = jobs.slice(at * size, (at + 1) * size);
    return { ids: bundle.map(({ id }) => id), jobId: `${bundle[0]?.id}-${bundle[0]?.handovers}` };
  });
}

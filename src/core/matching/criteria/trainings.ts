import { endOf, type IsoDate } from '../../dates.js';
import type { Training } from '../../expert.js';
import { criterion } from './rule.js';

/** Distinct trainings that give the full value. */
export const TRAININGS_TOP = 4;

/** Distinct trainings completed by the as-of date. Source: Strategy, B and C.5 d, candidates already trained. */
export const trainings = criterion('trainings', ({ profile }, { asOf }) => {
  const done = completedBy(profile.trainings, asOf);
  return {
    share: { part: Math.min(done.length, TRAININGS_TOP), whole: TRAININGS_TOP },
    reason: {
      code: 'trainings',
      trainings: done.map(({ kind, completedOn, status }) => ({ kind, completedOn, status })),
      top: TRAININGS_TOP,
    },
    evidence: done.map(({ id }) => id),
  };
});

/** The latest training of each kind that was certainly completed by that day, oldest first: a refresher does not count again. */
export function completedBy(all: readonly Training[], asOf: IsoDate): Training[] {
  const oldestFirst = all
    .filter(({ completedOn }) => endOf(completedOn) <= asOf)
    .sort((a, b) => (endOf(a.completedOn) < endOf(b.completedOn) ? -1 : 1));
  return [...new Map(oldestFirst.map((training) => [training.kind, training])).values()];
}

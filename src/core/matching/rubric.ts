import { DomainError } from '../errors.js';
import { CRITERIA, type Weights } from '../requirement.js';

/** Changes whenever a rule or a default weight changes, and is frozen into every run. */
export const RUBRIC_VERSION = '2026.1';

/** The first rubric. docs/scoring.md shows it; a test keeps the two in step. */
export const DEFAULT_WEIGHTS: Weights = {
  themes: 30,
  experience: 15,
  languages: 15,
  knowledge: 10,
  field: 10,
  country: 10,
  skills: 5,
  trainings: 5,
};

/** The sum that the weights of every rubric have. */
export const WEIGHTS_SUM = 100;

/** Highest value of a criterion; with the weights it makes totals from 0 to 1,000,000. */
export const VALUE_TOP = 10_000;

/** Throws `post.weights`, with one problem per wrong field, unless the weights are whole numbers from 0 to 100 that sum to 100. */
export function checkWeights(weights: Weights): void {
  const wrong = CRITERIA.filter((criterion) => !isWeight(weights[criterion]));
  if (wrong.length > 0) {
    throw new DomainError(
      'post.weights',
      'Give each criterion a whole number from 0 to 100.',
      wrong.map((criterion) => ({ field: `weights.${criterion}`, message: 'Give a whole number from 0 to 100.' })),
    );
  }
  const sum = CRITERIA.reduce((total, criterion) => total + weights[criterion], 0);
  if (sum !== WEIGHTS_SUM) {
    throw new DomainError('post.weights', `The weights sum to ${sum}; change them until they sum to ${WEIGHTS_SUM}.`);
  }
}

function isWeight(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= WEIGHTS_SUM;
}

import { DomainError, type FieldProblem } from '../errors.js';
import { CRITERIA, type Weights } from '../requirement.js';

/** Changes whenever a rule or a default weight changes, and is frozen into every run. */
export const RUBRIC_VERSION = '2026.2';

/** Whether what these rules gave can be computed again by the present ones: then by no others. */
export function sameRules(rubricVersion: string): boolean {
  return rubricVersion === RUBRIC_VERSION;
}

/** Throws 'shortlist.other-rules' unless the version is the present one: other rules would give other numbers, and not a replay. */
export function checkRules(rubricVersion: string): void {
  if (sameRules(rubricVersion)) return;
  throw new DomainError(
    'shortlist.other-rules',
    `This run was made by rules ${rubricVersion}; here are rules ${RUBRIC_VERSION}. It stands as it was kept, but computing it again needs a version of the desk with rules ${rubricVersion}.`,
  );
}

/** The weights of a post that sets none of its own. docs/scoring.md shows it; a test keeps the two in step. */
export const DEFAULT_WEIGHTS: Weights = {
  themes: 30,
  experience: 15,
  languages: 15,
  knowledge: 10,
  field: 10,
  country: 10,
  skills: 5,
  trainings: 5,
  education: 0,
  context: 0,
};

/** The sum that the weights of every rubric have. */
export const WEIGHTS_SUM = 100;

/** Highest value of a criterion; with the weights it makes totals from 0 to 1,000,000. */
export const VALUE_TOP = 10_000;

/** What is wrong with the weights, each with its remedy; empty when they are whole numbers from 0 to 100 that sum to 100. */
export function weightProblems(weights: Weights): FieldProblem[] {
  const wrong = CRITERIA.filter((criterion) => !isWeight(weights[criterion]));
  if (wrong.length > 0)
    return wrong.map((criterion) => ({ field: `weights.${criterion}`, message: 'A weight is a whole number from 0 to 100.' }));
  const sum = CRITERIA.reduce((total, criterion) => total + weights[criterion], 0);
  if (sum === WEIGHTS_SUM) return [];
  const remedy = sum > WEIGHTS_SUM ? `Take away ${sum - WEIGHTS_SUM}.` : `Add ${WEIGHTS_SUM - sum} more.`;
  return [{ field: 'weights', message: `The weights sum to ${sum}, and they must sum to ${WEIGHTS_SUM}. ${remedy}` }];
}

/** Throws 'post.weights', with one problem for each wrong field, unless the weights are right. */
export function checkWeights(weights: Weights): void {
  const problems = weightProblems(weights);
  if (problems.length > 0) throw new DomainError('post.weights', problems.map(({ message }) => message).join(' '), problems);
}

function isWeight(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= WEIGHTS_SUM;
}

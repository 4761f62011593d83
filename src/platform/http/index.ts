export { Api } from './api.js';
export { BODY_LIMIT, guardBodies, refuseBombs } from './body-guards.js';
export { Allow, DECISION, type Decision, Me, Public, type RequestWithActor, SignedIn } from './decisions.js';
export { Id } from './id.js';
export { type Problem, problemOf, statusOf } from './problem.js';
export { isApi, PROBLEM_PAGE, ProblemFilter, type ProblemPage } from './problem-filter.js';
export { logRequests } from './request-log.js';
export { fieldProblems, invalidInput, VALIDATION, validationPipe } from './validation.js';
export { IsCountry, IsDay, IsFilter, IsFirstDay, IsLastDay, IsPartialDate } from './validators.js';

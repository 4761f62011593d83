import type { Actor } from '../core/access.js';
import { ERRORS, type ErrorCode, type FieldProblem } from '../core/errors.js';
import { page } from './page.js';

/** A refusal as the platform hands it to a page. */
export interface ShownProblem {
  readonly code: ErrorCode;
  /** The sentence with the values and the advice. */
  readonly detail: string;
  readonly fields?: readonly FieldProblem[];
}

/** The HTML page of a refusal: what happened, what to do, and a way back. */
export function renderProblem(problem: ShownProblem, me: Actor | null): string {
  return page({ title: ERRORS[problem.code].title, me }, <ProblemView problem={problem} />).render();
}

function ProblemView({ problem }: { problem: ShownProblem }) {
  return (
    <div class="card">
      <p>{problem.detail}</p>
      {problem.fields && problem.fields.length > 0 ? <ul>{problem.fields.map(({ field, message }) => <li key={field}>{message}</li>)}</ul> : null}
      <p class="hint">Code: <code>{problem.code}</code></p>
      <p><a class="button quiet" href="/">Go to the start page</a></p>
    </div>
  );
}

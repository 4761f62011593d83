import type { Actor } from '../core/access.js';
import type { Problem } from '../platform/http/index.js';
import { page } from './page.js';

/** The HTML page of a refusal: what happened, what to do, and a way back. Given to the platform as `PROBLEM_PAGE`. */
export function renderProblem(problem: Problem, me: Actor | null): string {
  return page({ title: problem.title, me }, <ProblemView problem={problem} />).render();
}

function ProblemView({ problem }: { problem: Problem }) {
  return (
    <div class="card">
      <p>{problem.detail}</p>
      {problem.errors.length > 0 ? (
        <ul>
          {problem.errors.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      ) : null}
      <p class="hint">
        Code: <code>{problem.code}</code>
      </p>
      <p>
        <a class="button quiet" href="/">
          Go to the start page
        </a>
      </p>
    </div>
  );
}

import type { Actor } from '../core/access.js';
import { ERRORS } from '../core/errors.js';
import type { MailLanguage } from '../core/mail-languages.js';
import type { Problem } from '../platform/http/index.js';
import { FRAME_WORDS } from './frame-words.js';
import { languageOf, useFrameWords } from './language.js';
import { localPath, page } from './page.js';

/**
 * The HTML page of a refusal: what happened, what to do, and a way back. Given to the platform as `PROBLEM_PAGE`. Whoever has
 * no account came by a link in a mail, and reads it in the language of the page or else of their browser.
 */
export function renderProblem(problem: Problem, me: Actor | null, asked: Parameters<typeof languageOf>[0]): string {
  if (me !== null) return page({ title: problem.title, me }, <ProblemView problem={problem} />).render();
  const language = languageOf(asked);
  const { title, text } = FRAME_WORDS[language].refusals[ERRORS[problem.code].kind];
  const said = saysMore(problem, language) ? problem : { ...problem, title, detail: text, errors: [] };
  const everyLanguage = localPath(asked.url.split('?')[0]);
  return page({ title: said.title, me, language, everyLanguage }, <ProblemView problem={said} />).render();
}

/** The sentence of the moment is English; of what is not there it says less than what a wrong link needs. */
function saysMore({ code }: Problem, language: MailLanguage): boolean {
  return language === 'en' && code !== 'not-found';
}

function ProblemView({ problem }: { problem: Problem }) {
  const words = useFrameWords();
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
        {words.code} <code dir="ltr">{problem.code}</code>
      </p>
      <p>
        <a class="button quiet" href="/">
          {words.start}
        </a>
      </p>
    </div>
  );
}

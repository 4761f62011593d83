import { addDays } from '../../core/dates.js';
import type { CriterionResult } from '../../core/matching/index.js';
import { Posts } from '../../features/posts/index.js';
import { type RankedPerson, Shortlists, ShortlistViews, shortlistText } from '../../features/shortlists/index.js';
import { countryName } from '../../platform/reference-data/index.js';
import { CLAIM_STATUS_NAMES, CRITERION_NAMES } from '../../web/criteria.js';
import { found, must } from '../demo-failure.js';
import { player, type Stage, service } from '../stage.js';
import { COUNTRY } from './accounts.js';

/** The shortlist of the story. */
export interface Run {
  readonly runId: string;
  readonly postId: string;
  /** Roster numbers of those on the list, best first. */
  readonly listed: readonly number[];
}

/** A P-5 post from the standard TOR, its shortlist with reasons, and one score opened down to the evidence. */
export async function fillPost(stage: Stage): Promise<Run> {
  const { terminal, today } = stage;
  const { actor } = player(stage, 'recruiter');
  const posts = service(stage, Posts);
  terminal.chapter(`A P-5 Human Rights Adviser for ${countryName(COUNTRY)}`);
  const standard = await posts.standard(COUNTRY);
  const draft = await posts.create(COUNTRY, { ...standard, startsOn: addDays(today, 60), endsOn: addDays(today, 60 + 364) }, actor);
  const post = await posts.publish(draft.id, actor);
  terminal.say(
    `The recruiter makes the post from the Standard TOR, for a year from ${addDays(today, 60)}, and publishes it: from now on its criteria and the country's needs are frozen.`,
  );

  const run = await service(stage, Shortlists).run(post.id, { size: 20 }, actor);
  const views = service(stage, ShortlistViews);
  const view = await views.show(run.id, 1, actor);
  must(view.top.length > 0 && run.eligible > 0, 'The shortlist is empty.');
  must(
    run.considered === run.eligible + view.ineligible.total,
    'People are missing: those who are eligible and those who are not do not add up to the roster.',
  );
  terminal.block(shortlistText(view, { candidates: 10, reasonsFor: 2, ineligible: 3 }));

  const first = found(view.top[0], 'The shortlist has no first candidate.');
  const { person } = await views.candidate(run.id, first.number, actor);
  must('explanation' in person, 'The first candidate cannot be opened.');
  terminal.chapter(`Candidate ${first.number}: every point down to its evidence`);
  showEvidence(stage, person);
  return { runId: run.id, postId: post.id, listed: view.top.map(({ number }) => number) };
}

function showEvidence({ terminal }: Stage, { explanation, evidence, total }: RankedPerson): void {
  const words = evidenceWords(evidence);
  let sum = 0;
  for (const result of explanation.criteria) {
    sum += result.points;
    terminal.say(calculation(result));
    terminal.quote(
      result.evidence.length === 0
        ? 'no evidence'
        : result.evidence.map((id) => found(words.get(id), 'A score rests on evidence that is not in the profile.')).join('\n'),
    );
  }
  must(sum === total, 'The points of the criteria do not add up to the total.');
  terminal.done(`The points add up to the total: ${points(total)} of 100.`);
}

function calculation({ criterion, weight, value, points: scored }: CriterionResult): string {
  return `${CRITERION_NAMES[criterion]}: weight ${weight} × value ${(value / 10_000).toFixed(4)} = ${points(scored)} points, from`;
}

/** With every digit that the score has, so that the sum can be checked by hand. */
function points(total: number): string {
  return (total / 10_000).toFixed(4);
}

/** Each piece of evidence in a line, by its id, with how far it is backed. */
function evidenceWords(evidence: RankedPerson['evidence']): ReadonlyMap<string, string> {
  const lines = [
    ...evidence.degrees.map(
      (degree) => [degree, `${degree.title}, ${degree.institution}, ${degree.awardedOn ?? 'not completed'}`] as const,
    ),
    ...evidence.experience.map(
      (job) =>
        [
          job,
          `${job.from} to ${job.to ?? 'today'}: ${job.title}, ${job.employer}${job.level ? `, ${job.level}` : ''}, ${job.percentage} %, ${job.countries.join('+')}, ${job.kinds.join('+') || 'other work'}`,
        ] as const,
    ),
    ...evidence.knowledge.map((claim) => [claim, `${claim.area}: ${claim.level}`] as const),
    ...evidence.languages.map((skill) => [skill, `${skill.language}: level ${skill.level}`] as const),
    ...evidence.themes.map((claim) => [claim, `${claim.theme}: ${claim.level}`] as const),
    ...evidence.trainings.map((training) => [training, `${training.kind}, completed ${training.completedOn}`] as const),
  ];
  return new Map(lines.map(([{ id, status }, text]) => [id, `${text} (${CLAIM_STATUS_NAMES[status]})`]));
}

import { KNOWLEDGE_LEVELS, type KnowledgeLevel, knowledgeValue } from '../../core/knowledge.js';
import type { DiffFact } from '../../core/matching/index.js';
import { THEMES } from '../../core/themes.js';
import { type ExpertView, RosterPool, RosterProfiles } from '../../features/roster/index.js';
import { type DiffView, RunRecords, RunStudies, Shortlists } from '../../features/shortlists/index.js';
import { CRITERION_NAMES } from '../../web/criteria.js';
import { found, must } from '../demo-failure.js';
import { type Player, player, type Stage, service } from '../stage.js';
import type { Run } from './post.js';

/** Profiles that are corrected between the run and its replay. */
const CORRECTIONS = 100;
/** Places that count as the top, and the seed of the random weightings. */
const ASKED = { top: 5, seed: 2012 };
/** People whose changes are told. */
const TOLD = 3;

/** The roster goes on changing: the first run stays what it was, a new one differs, and each difference has its fact. */
export async function defendRun(stage: Stage, { runId, postId, listed }: Run): Promise<void> {
  const { terminal } = stage;
  const { actor: recruiter } = player(stage, 'recruiter');
  const { actor: auditor } = player(stage, 'auditor');
  terminal.chapter('The same shortlist, asked again');
  const corrected = await correctProfiles(stage, listed);
  const replayed = await service(stage, RunRecords).replay(runId, auditor);
  must(replayed.equal, 'The run does not replay to what was kept of it.');
  terminal.done(
    `${corrected} profiles were corrected since. An auditor replays the run from the roster as it was then: ${replayed.values.toLocaleString('en-US')} values of ${replayed.people.toLocaleString('en-US')} people were computed again, and every one is equal.`,
  );

  const later = await service(stage, Shortlists).run(postId, { size: 20 }, recruiter);
  const view = await service(stage, RunStudies).diff(later.id, runId, recruiter);
  must(view.diff.changed.length > 0, 'Corrections of so many profiles changed nobody on the list.');
  terminal.say(
    `A new run sees the roster of today: ${view.diff.eligible.before} people were eligible, ${view.diff.eligible.after} are now. Of those on either list ${view.diff.changed.length} stand differently, ${view.diff.unchanged} as before.`,
  );
  for (const line of changes(view)) terminal.quote(line);
  await showRobustness(stage, runId);
}

/** What people claim to know of themes is lowered by a step: of the first of the list, and of others; returns of how many. */
async function correctProfiles(stage: Stage, listed: readonly number[]): Promise<number> {
  const recruiter = player(stage, 'recruiter');
  const { profiles } = (await service(stage, RosterPool).current()).pool;
  const first = new Set(listed.slice(0, TOLD));
  const touched = [...profiles.filter(({ number }) => first.has(number)), ...profiles.filter(({ number }) => !first.has(number))];
  for (const { id } of touched.slice(0, CORRECTIONS))
    await correct(await service(stage, RosterProfiles).view(id, recruiter.actor), recruiter);
  return Math.min(CORRECTIONS, touched.length);
}

async function correct(view: ExpertView, { desk }: Player): Promise<void> {
  const { familyName, givenName, email, gender, nationality, bornOn, language, fictional } = view;
  const { degrees, experience, knowledge, languages, trainings, unavailable, version } = view;
  // What a panel assessed holds as it stood: whoever says something else says it without the panel.
  const themes = view.themes.map(({ status, ...claim }) => ({
    ...claim,
    status: status === 'panel-assessed' ? 'self-declared' : status,
    level: stepDown(claim.level),
  }));
  const person = { familyName, givenName, email, gender, nationality, bornOn, language, fictional };
  await desk.put(`experts/${view.id}`, {
    ...person,
    ...{ degrees, experience, knowledge, languages, themes, trainings, unavailable },
    version,
  });
}

function stepDown(level: KnowledgeLevel): KnowledgeLevel {
  return KNOWLEDGE_LEVELS[Math.max(0, knowledgeValue(level) - 1)] ?? 'none';
}

function changes({ diff, names }: DiffView): string[] {
  const moved = diff.changed.filter(
    ({ before, after, steps }) => before.rank !== after.rank && steps.some(({ facts }) => facts.length > 0),
  );
  return moved.slice(0, TOLD).map(({ number, before, after, leading, steps }) => {
    const because = found(steps.flatMap(({ facts }) => facts).map(factText)[0], 'A rank moved without a fact.');
    const criterion = leading ? `, most of all in “${CRITERION_NAMES[leading]}”` : '';
    return `${names.get(number) ?? `number ${number}`}: ${place(before.rank)} before, ${place(after.rank)} now${criterion}, because ${because}.`;
  });
}

function place(rank: number | null): string {
  return rank === null ? 'not eligible' : `place ${rank}`;
}

function factText(fact: DiffFact): string {
  if (fact.kind !== 'evidence' || fact.part !== 'themes') return `of a fact about ${fact.kind}`;
  const { before, after } = fact;
  const claim = found(after ?? before, 'A change has neither before nor after.');
  return `the claim to “${THEMES[claim.theme]}” is “${after?.level ?? 'gone'}” and was “${before?.level ?? 'not there'}”`;
}

async function showRobustness(stage: Stage, runId: string): Promise<void> {
  const { terminal } = stage;
  const { actor } = player(stage, 'recruiter');
  const { study, within, names, entries } = await service(stage, RunStudies).robustness(runId, ASKED, actor);
  const [all, these] = [`all ${study.eligible}`, `these ${within.listed}`];
  terminal.say(
    `How firmly do the first ${study.top} stand? Each weight a fifth up and down, and ${study.weightings.toLocaleString('en-US')} random weightings: among ${all} eligible people, where whoever is not on the list may pass too; and among ${these} on the list alone, for a panel that chooses among them:`,
  );
  terminal.table(
    ['Place', 'Candidate', 'Weights ± 20 %', `Nine in ten: ${all}`, these, `In the top ${study.top}: ${all}`, these],
    study.candidates.slice(0, study.top).map(({ number, rank, varied, random, inTop }, at) => {
      const listed = found(within.candidates[at], 'Somebody was studied who is not on the list.');
      const share = (times: number) => `${((100 * times) / study.weightings).toFixed(1)} %`;
      return [
        String(rank),
        names.get(number) ?? String(number),
        `${varied.best} to ${varied.worst}`,
        `${random.low} to ${random.high}`,
        `${listed.random.low} to ${listed.random.high}`,
        share(inTop),
        share(listed.inTop),
      ];
    }),
  );
  const [next] = entries;
  const way = next?.ways[0];
  if (next && way)
    terminal.say(
      `What would have to be true for place ${next.rank} to enter the top ${study.top}? A value of ${(way.needed / 10_000).toFixed(4)} instead of ${(way.value / 10_000).toFixed(4)} in “${CRITERION_NAMES[way.criterion]}” alone would be enough.`,
    );
}

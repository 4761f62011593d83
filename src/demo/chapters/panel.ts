import { type FullScores, OUTCOMES, PANEL_CRITERIA, type Rating } from '../../core/panel.js';
import type { CandidateCard, PanelOverview, PanelResult } from '../../features/panels/index.js';
import { found, must } from '../demo-failure.js';
import { type Part, player, type Stage } from '../stage.js';
import type { Run } from './post.js';

const CANDIDATES = 3;
/** Who rates; the first chairs. Whoever ran the shortlist keeps the record and does not rate. */
const MEMBERS = ['panel-member', 'resident-coordinator'] as const satisfies readonly Part[];

/** People rate the first of the list without knowing who they are, then agree and decide. The machine decides nothing. */
export async function ratePanel(stage: Stage, { runId }: Run): Promise<void> {
  const { terminal } = stage;
  const [chair, invited] = MEMBERS;
  terminal.chapter('A panel that does not know whom it rates');
  const { panel } = await player(stage, 'recruiter').desk.post<PanelOverview>('panels', {
    runId,
    candidates: CANDIDATES,
    members: MEMBERS.map((part) => player(stage, part).actor.accountId),
    chairId: player(stage, chair).actor.accountId,
  });
  const path = `panels/${panel.id}`;
  const early = await player(stage, invited).desk.refusedLook(`${path}/candidates/A`);
  terminal.say(
    `The recruiter invites a panel member of the HRM and the Resident Coordinator to rate the first ${CANDIDATES}, under letters drawn at random. Before they have declared whether they have a conflict of interest: “${early.detail}”`,
  );
  const candidates = await declare(stage, path);
  const card = await player(stage, chair).desk.get<CandidateCard>(`${path}/candidates/${found(candidates[0], 'There is nobody to rate.')}`);
  must(card.person === null && card.ratings === null, 'A member saw a name or the rating of another before rating.');
  terminal.done(`Both declared. What they see has no name, gender, age, nationality, employer or contact, and no rating of anybody else.`);
  for (const [at, letter] of candidates.entries()) await rateAndAgree(stage, path, letter, at);
  await decide(stage, path);
}

async function declare(stage: Stage, path: string): Promise<string[]> {
  let candidates: string[] = [];
  for (const part of MEMBERS) {
    const overview = await player(stage, part).desk.post<PanelOverview>(`${path}/declaration`, { conflict: 'none' });
    candidates = overview.candidates.map(({ letter }) => letter);
  }
  return candidates;
}

async function rateAndAgree(stage: Stage, path: string, letter: string, at: number): Promise<void> {
  for (const [index, part] of MEMBERS.entries()) {
    const rating = Math.max(1, 5 - at - index) as Rating;
    await player(stage, part).desk.put(`${path}/candidates/${letter}/rating`, {
      scores: allRated(rating),
      comment: 'As the card shows.',
      handIn: true,
      version: 0,
    });
  }
  await player(stage, MEMBERS[0]).desk.put(`${path}/candidates/${letter}/consensus`, {
    scores: allRated(Math.max(1, 5 - at) as Rating),
    reason: 'We compared the examples behind our ratings.',
  });
}

async function decide(stage: Stage, path: string): Promise<void> {
  const [chair, second] = MEMBERS.map((part) => player(stage, part).desk);
  const [proposer, confirmer] = [found(chair, 'Nobody chairs.'), found(second, 'Nobody confirms.')];
  const rated = await proposer.get<PanelResult>(`${path}/result`);
  const turned = rated.candidates.some(({ machineRank, place }) => machineRank !== place);
  const proposed = await proposer.post<PanelResult>(`${path}/decision`, {
    outcomes: rated.candidates.map(({ letter, place }) => ({
      letter,
      outcome: OUTCOMES[(place ?? CANDIDATES) - 1] ?? 'not-selected',
      reason: 'By the agreed ratings.',
    })),
    overrideReason: turned ? 'The panel rated the examples behind the profiles, which the score does not see.' : '',
    analysis: 'The list is short, and the search was made known to every agency and to women’s networks.',
    version: rated.panel.version,
  });
  const decided = await confirmer.post<PanelResult>(`${path}/confirmation`, { version: proposed.panel.version });
  must(decided.panel.state === 'decided', 'The panel has confirmed, and has not decided.');
  stage.terminal.table(
    ['Letter', 'By the score', 'By the panel', 'Agreed, 9 to 45', 'Outcome', 'Candidate'],
    decided.candidates.map(({ letter, machineRank, place, sum, outcome, person }) => [
      letter,
      String(machineRank),
      String(place),
      String(sum),
      String(outcome).replace('-', ' '),
      person?.name ?? '',
    ]),
  );
  stage.terminal.done(
    'Two people stand for the decision. Where a panel turns the order of the score round it has to say why; nobody is rejected by the machine.',
  );
}

function allRated(rating: Rating): FullScores {
  return Object.fromEntries(PANEL_CRITERIA.map((name) => [name, rating])) as FullScores;
}

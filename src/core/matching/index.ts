/** The one door of matching: nothing else in this folder is imported from outside. */

export {
  type CandidateDiff,
  CHANGE_SOURCES,
  type ChangeSource,
  type ChangeStep,
  type DiffFact,
  type DiffSide,
  diffRuns,
  type RunDiff,
  type Standing,
} from './diff.js';
export type { ComparedRules, RuleFact } from './diff-rules.js';
export { rank } from './engine.js';
export { type EntriesAsked, type Entry, type EntryWay, entries, entriesGradually } from './entry.js';
export { explain } from './explain.js';
export { frozenProfile } from './freeze.js';
export { ineligible, ineligibleGradually } from './ineligible.js';
export { type ListedRobustness, type ListRobustness, listRobustness } from './list-robustness.js';
export { type NearMiss, nearMisses } from './near-misses.js';
export { type Packing, Pool } from './pool.js';
export type { Raise } from './raises.js';
export type { CriterionValues, Explanation, IneligibleCandidate, RankedCandidate, Ranking } from './ranking.js';
export { ranksOf } from './ranks-of.js';
export { type Relief, relaxed, reliefs, type Waived } from './relief.js';
export {
  type FrozenOther,
  type FrozenRanked,
  type FrozenRun,
  type Replay,
  type ReplayDifference,
  replay,
  replayGradually,
} from './replay.js';
export { type CandidateRobustness, type RankRange, type Robustness, robustness, robustnessGradually } from './robustness.js';
export { checkRules, checkWeights, DEFAULT_WEIGHTS, RUBRIC_VERSION, sameRules, VALUE_TOP, WEIGHTS_SUM, weightProblems } from './rubric.js';
export { CRITERION_TOPS } from './tops.js';
export {
  type CriterionReasons,
  type CriterionResult,
  type DegreeFact,
  GATES,
  GATES_ON_REQUEST,
  type GateName,
  type GateOnRequest,
  type GateReasons,
  type GateVerdict,
  type KnowledgeFact,
  type LanguageFact,
  type MembershipFact,
  type NotAsked,
  type PartFact,
  type ResultOf,
  type ThemeFact,
  type TrainingFact,
  type VerdictOf,
} from './verdicts.js';
export type { WeightSwap } from './weight-swaps.js';
export { normalisedWeights } from './weights.js';

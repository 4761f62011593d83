import type { Gender } from './expert.js';

/** Where a person is counted: everybody considered, those who met every gate, those on the list. */
export const BALANCE_STAGES = ['considered', 'eligible', 'listed'] as const;
export type BalanceStage = (typeof BALANCE_STAGES)[number];

/** Below this share of the best rate a group is flagged: the four-fifths line, per 10,000. Source: un-rules, impact ratio. */
export const FOUR_FIFTHS = 8_000;
/** Groups below this share of a stage, per cent, say nothing. Source: un-rules, impact ratio (NYC LL144 rules). */
export const SMALL_SHARE = 2;
/** Groups with fewer people among all considered are not shown by themselves, because they would point at somebody. Product rule. */
export const SMALL_GROUP = 5;
/** Stages with fewer people say little about rates. Not sourced: the usual rule of thumb for a sample. */
export const SMALL_SAMPLE = 30;

export interface BalancePerson<G extends string> {
  readonly group: G;
  readonly eligible: boolean;
  readonly listed: boolean;
}

export interface GroupBalance<G extends string> {
  /** One group; several where each alone is too small to be shown. */
  readonly groups: readonly G[];
  readonly counts: Readonly<Record<BalanceStage, number>>;
  /** Rate of the step ÷ the best rate of any group, per 10,000, rounded down; null where it would say nothing. */
  readonly impact: { readonly eligible: number | null; readonly listed: number | null };
  /** Whether one of the ratios is below four fifths. */
  readonly flagged: boolean;
}

export interface Composition<G extends string> {
  readonly groups: readonly GroupBalance<G>[];
  readonly totals: Readonly<Record<BalanceStage, number>>;
  /** Steps whose starting stage has too few people for rates to mean anything. */
  readonly smallSamples: readonly ('eligible' | 'listed')[];
}

/**
 * How groups are represented among all considered, the eligible and the listed, with impact ratios. Never part of a
 * score, and no finding about a person. Groups follow `order`; empty ones are left out.
 */
export function compositionOf<G extends string>(people: readonly BalancePerson<G>[], order: readonly G[]): Composition<G> {
  const counted = order.map((group) => ({ groups: [group], counts: countsOf(people.filter((person) => person.group === group)) }));
  const shown = withoutSmall(counted.filter(({ counts }) => counts.considered > 0));
  const totals = countsOf(people);
  const ratios = { eligible: impactOf(shown, 'considered', 'eligible', totals), listed: impactOf(shown, 'eligible', 'listed', totals) };
  return {
    groups: shown.map((row, index) => {
      const impact = { eligible: ratios.eligible[index] ?? null, listed: ratios.listed[index] ?? null };
      return { ...row, impact, flagged: [impact.eligible, impact.listed].some((ratio) => ratio !== null && ratio < FOUR_FIFTHS) };
    }),
    totals,
    smallSamples: [
      ...(totals.considered < SMALL_SAMPLE ? (['eligible'] as const) : []),
      ...(totals.eligible < SMALL_SAMPLE ? (['listed'] as const) : []),
    ],
  };
}

/** Why a list asks for a written analysis. Sources: un-rules, UNDP POPP (2017) on two candidates; ST/AI/1999/9 §1.8 on women. */
export const ANALYSIS_REASONS = ['fewer-than-two', 'no-woman'] as const;
export type AnalysisReason = (typeof ANALYSIS_REASONS)[number];

/** What the list asks an analysis for; empty when nothing does. It never changes the list. */
export function analysisReasons(listed: readonly Gender[]): AnalysisReason[] {
  return ANALYSIS_REASONS.filter((reason) => (reason === 'fewer-than-two' ? listed.length < 2 : !listed.includes('female')));
}

interface Counted<G extends string> {
  readonly groups: readonly G[];
  readonly counts: Readonly<Record<BalanceStage, number>>;
}

function countsOf<G extends string>(people: readonly BalancePerson<G>[]): Record<BalanceStage, number> {
  return {
    considered: people.length,
    eligible: people.filter(({ eligible }) => eligible).length,
    listed: people.filter(({ listed }) => listed).length,
  };
}

/** Puts groups that are too small together, with the next larger one where that is still too few, so that none can be worked out. */
function withoutSmall<G extends string>(rows: readonly Counted<G>[]): Counted<G>[] {
  const bySize = [...rows].sort((a, b) => a.counts.considered - b.counts.considered);
  let hidden = bySize.filter(({ counts }) => counts.considered < SMALL_GROUP).length;
  if (hidden === 0) return [...rows];
  const size = () => bySize.slice(0, hidden).reduce((sum, { counts }) => sum + counts.considered, 0);
  while (hidden < bySize.length && size() < SMALL_GROUP) hidden += 1;
  const together = new Set(bySize.slice(0, hidden));
  const merged = [...rows].filter((row) => together.has(row));
  const sum = (stage: BalanceStage) => merged.reduce((total, { counts }) => total + counts[stage], 0);
  return [
    ...rows.filter((row) => !together.has(row)),
    {
      groups: merged.flatMap(({ groups }) => groups),
      counts: { considered: sum('considered'), eligible: sum('eligible'), listed: sum('listed') },
    },
  ];
}

/** People who have not said it are no group that could be favoured. */
function isUnknown(group: string | undefined): boolean {
  return group === 'not-stated' || group === 'unknown';
}

/** Ratios of one step. Groups that are too small, and people who have not said it, neither have one nor set the best rate; whole numbers throughout. */
function impactOf<G extends string>(
  rows: readonly Counted<G>[],
  from: BalanceStage,
  to: BalanceStage,
  totals: Readonly<Record<BalanceStage, number>>,
): (number | null)[] {
  const speaks = ({ groups, counts }: Counted<G>) =>
    groups.length === 1 && !isUnknown(groups[0]) && counts[from] >= SMALL_GROUP && counts[from] * 100 >= totals[from] * SMALL_SHARE;
  const best = rows
    .filter(speaks)
    .map(({ counts }) => counts)
    .reduce<Counted<G>['counts'] | null>((top, one) => (top === null || one[to] * top[from] > top[to] * one[from] ? one : top), null);
  return rows.map((row) => {
    if (!speaks(row) || best === null || best[to] === 0) return null;
    return Math.floor((10_000 * row.counts[to] * best[from]) / (row.counts[from] * best[to]));
  });
}

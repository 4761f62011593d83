import { type IsoDate, isIsoDate } from './dates.js';
import { DomainError, fieldError } from './errors.js';
import { inWords, type SurgeSide, type Urgency } from './surge.js';
import { ALTERNATIVES, type Alternative } from './surge-decision.js';
import { stageSeconds } from './surge-stages.js';

/**
 * Where something can stand that was offered instead of a declined mission. `taken-up` is what the office wants: of a technical mission
 * it writes a request, of the others the desk arranges who helps and until when. Source: Strategy, C.4 a and b.
 */
export const ALTERNATIVE_STATES = ['offered', 'taken-up', 'arranged', 'turned-down'] as const;
export type AlternativeState = (typeof ALTERNATIVE_STATES)[number];

interface Step {
  readonly from: readonly AlternativeState[];
  readonly to: AlternativeState;
  readonly by: SurgeSide;
  readonly of: readonly Alternative[];
}

const define = <const T extends Record<string, Step>>(steps: T): { readonly [Name in keyof T]: Step } => steps;

/** Support that is arranged and not requested again: somebody helps until a day. */
export const ARRANGED: readonly Alternative[] = ['regional-adviser', 'remote-support'];

/** Every step that an alternative can take. An office may change its mind until the desk has arranged it or its request is written. */
export const ALTERNATIVE_STEPS = define({
  'take-up': { from: ['offered', 'turned-down'], to: 'taken-up', by: 'requester', of: ALTERNATIVES },
  'turn-down': { from: ['offered', 'taken-up'], to: 'turned-down', by: 'requester', of: ALTERNATIVES },
  /** Again, when somebody else helps or until another day. */
  arrange: { from: ['taken-up', 'arranged'], to: 'arranged', by: 'officer', of: ARRANGED },
});
export type AlternativeStep = keyof typeof ALTERNATIVE_STEPS;
export const ALTERNATIVE_STEP_NAMES = Object.keys(ALTERNATIVE_STEPS) as readonly AlternativeStep[];

/** What of an alternative decides what can become of it. */
export interface AlternativeStanding {
  readonly alternative: Alternative;
  readonly state: AlternativeState;
  /** When the office last answered; null before. ISO instants. */
  readonly answeredAt: string | null;
  readonly arrangedAt: string | null;
}

/** Longest name of who helps, in characters. */
export const LONGEST_WHO = 200;

export interface Arrangement {
  readonly who: string;
  readonly until: IsoDate;
}

/** The steps that are possible now and that side's to take. */
export function alternativeStepsOpenTo(side: SurgeSide | undefined, { alternative, state }: AlternativeStanding): AlternativeStep[] {
  return ALTERNATIVE_STEP_NAMES.filter((name) => {
    const { from, by, of } = ALTERNATIVE_STEPS[name];
    const written = name === 'turn-down' && state === 'taken-up' && !ARRANGED.includes(alternative);
    return by === side && of.includes(alternative) && from.includes(state) && !written;
  });
}

/**
 * The state after the step; the same answer again is no step and gives `unchanged`. Throws `surge.not-allowed` with what is possible
 * instead, and `access.not-allowed` for the other side.
 */
export function alternativeAfter(
  standing: AlternativeStanding,
  step: AlternativeStep,
  side: SurgeSide | undefined,
): AlternativeState | 'unchanged' {
  const { by, to } = ALTERNATIVE_STEPS[step];
  if (by !== side)
    throw new DomainError('access.not-allowed', `Only ${by === 'officer' ? 'the surge desk' : 'the office that asked'} can do this.`);
  if (step !== 'arrange' && standing.state === to) return 'unchanged';
  const possible = alternativeStepsOpenTo(side, standing);
  if (possible.includes(step)) return to;
  throw new DomainError(
    'surge.not-allowed',
    possible.length === 0
      ? `What was offered instead is ${inWords(standing.state)}, and nothing more can be done with it here.`
      : `What was offered instead is ${inWords(standing.state)}. Now you can: ${possible.map(inWords).join(', ')}.`,
  );
}

/** Who helps and until when, checked. Throws `input.invalid` with every field that is wrong. */
export function arrangementOf(given: Partial<Arrangement>, today: IsoDate): Arrangement {
  const who = given.who?.trim() ?? '';
  const { until } = given;
  const problems = [
    ...(who === '' ? [{ field: 'who', message: 'Say who helps: a name, or the office that does.' }] : []),
    ...(until === undefined || !isIsoDate(until) || until < today
      ? [{ field: 'until', message: `Give the last day of the support: ${today} or a later day.` }]
      : []),
  ];
  if (problems.length > 0) {
    const [first] = problems;
    if (problems.length === 1 && first) throw fieldError(first.field, first.message);
    throw new DomainError('input.invalid', 'Say who helps and until when.', problems);
  }
  return { who, until: until as IsoDate };
}

/** The time that the desk has to arrange what an office took up, and how it stands. */
export interface ArrangementClock {
  readonly allowedSeconds: number;
  readonly usedSeconds: number;
  /** When it runs out, in milliseconds since 1970; null once it is arranged. */
  readonly dueAt: number | null;
  readonly late: boolean;
}

/**
 * Runs from the moment at which the office takes it up until it is arranged, for as long as finding experts may take under that urgency.
 * Null where nothing is to be arranged.
 */
export function arrangementClock(standing: AlternativeStanding, urgency: Urgency, now: number): ArrangementClock | null {
  const { alternative, state, answeredAt, arrangedAt } = standing;
  if (answeredAt === null || !ARRANGED.includes(alternative) || (state !== 'taken-up' && state !== 'arranged')) return null;
  const allowedSeconds = stageSeconds('match', urgency);
  const began = Date.parse(answeredAt);
  const usedSeconds = Math.max(0, Math.floor(((arrangedAt === null ? now : Date.parse(arrangedAt)) - began) / 1000));
  return {
    allowedSeconds,
    usedSeconds,
    dueAt: arrangedAt === null ? began + allowedSeconds * 1000 : null,
    late: usedSeconds > allowedSeconds,
  };
}

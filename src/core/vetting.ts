import type { Permission } from './access.js';
import { DomainError } from './errors.js';
import type { RosterName, VettingState } from './expert.js';

/** One step that a membership may take. `none` is where somebody stands who is not on that roster yet. */
export interface VettingStep {
  readonly roster: RosterName;
  readonly from: VettingState | 'none';
  readonly to: VettingState;
  /** Who may take it: any of these permissions. */
  readonly by: readonly Permission[];
}

/**
 * Interagency members are proposed by their agency and are active at once; external applicants are vetted by the HRM
 * before they are active. Source: Strategy C.4 b.
 */
export const VETTING_STEPS: readonly VettingStep[] = [
  { roster: 'interagency', from: 'none', to: 'active', by: ['roster:edit', 'roster:propose'] },
  { roster: 'interagency', from: 'active', to: 'withdrawn', by: ['roster:edit', 'roster:propose'] },
  { roster: 'interagency', from: 'withdrawn', to: 'active', by: ['roster:edit', 'roster:propose'] },
  { roster: 'external', from: 'none', to: 'applied', by: ['roster:edit'] },
  { roster: 'external', from: 'applied', to: 'under-vetting', by: ['roster:vet'] },
  { roster: 'external', from: 'under-vetting', to: 'active', by: ['roster:vet'] },
  { roster: 'external', from: 'under-vetting', to: 'rejected', by: ['roster:vet'] },
  { roster: 'external', from: 'applied', to: 'withdrawn', by: ['roster:edit', 'roster:vet'] },
  { roster: 'external', from: 'under-vetting', to: 'withdrawn', by: ['roster:edit', 'roster:vet'] },
  { roster: 'external', from: 'active', to: 'withdrawn', by: ['roster:edit', 'roster:vet'] },
  { roster: 'external', from: 'rejected', to: 'applied', by: ['roster:edit'] },
  { roster: 'external', from: 'withdrawn', to: 'applied', by: ['roster:edit'] },
];

/** The steps open to somebody with these permissions, in the order in which they are offered. */
export function stepsFrom(roster: RosterName, from: VettingState | 'none', may: (permission: Permission) => boolean): VettingStep[] {
  return VETTING_STEPS.filter((step) => step.roster === roster && step.from === from && step.by.some(may));
}

/**
 * The step from one state to another.
 * @throws DomainError `roster.vetting-not-allowed` when there is none for this person; the sentence says what is allowed
 */
export function vettingStep(
  roster: RosterName,
  from: VettingState | 'none',
  to: VettingState,
  may: (permission: Permission) => boolean,
): VettingStep {
  const open = stepsFrom(roster, from, may);
  const step = open.find((candidate) => candidate.to === to);
  if (step) return step;
  const where = from === 'none' ? `Somebody who is not on the ${roster} roster` : `A membership of the ${roster} roster that is ${from}`;
  const allowed =
    open.length === 0 ? 'You cannot take any step from there.' : `From there you can go to ${open.map((one) => one.to).join(' or ')}.`;
  throw new DomainError('roster.vetting-not-allowed', `${where} cannot become ${to} by you. ${allowed}`);
}

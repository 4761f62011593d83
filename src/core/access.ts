import type { FieldProblem } from './errors.js';
import type { CountryCode } from './expert.js';
import { AGENCY_PATTERN } from './expert-draft.js';
import type { Role } from './roles.js';

export { ROLE_NAMES, ROLES, type Role } from './roles.js';

/** What can be decided about a route or an act. Deny by default: what is not listed for a role is refused. */
export const PERMISSIONS = [
  'roster:read',
  'roster:propose',
  'roster:edit',
  'roster:import',
  'roster:vet',
  'needs:read',
  'needs:edit',
  'posts:read',
  'posts:edit',
  'shortlists:read',
  'shortlists:run',
  'records:read',
  'shortlists:sign',
  'panels:read',
  'panels:rate',
  'panels:edit',
  'surge:read',
  'surge:request',
  'surge:decide',
  'surge:offer',
  'releases:decide',
  'funding:read',
  'notices:read',
  'notices:resend',
  'accounts:edit',
  'rules:read',
  'rules:edit',
  'audit:read',
  'operations:read',
  'operations:replay',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  recruiter: [
    'roster:read',
    'roster:propose',
    'roster:edit',
    'roster:import',
    'needs:read',
    'needs:edit',
    'posts:read',
    'posts:edit',
    'shortlists:read',
    'shortlists:run',
    'records:read',
    'shortlists:sign',
    'panels:read',
    'panels:rate',
    'panels:edit',
  ],
  'surge-officer': ['roster:read', 'needs:read', 'surge:read', 'surge:decide', 'surge:offer', 'notices:read', 'notices:resend'],
  'resident-coordinator': ['needs:read', 'panels:read', 'panels:rate', 'surge:read', 'surge:request'],
  'panel-member': ['roster:read', 'roster:vet', 'panels:read', 'panels:rate'],
  'agency-focal-point': ['roster:read', 'roster:propose', 'releases:decide'],
  'fund-manager': ['funding:read'],
  auditor: [
    'roster:read',
    'needs:read',
    'posts:read',
    'shortlists:read',
    'records:read',
    'panels:read',
    'surge:read',
    'funding:read',
    'notices:read',
    'audit:read',
  ],
  administrator: ['accounts:edit', 'rules:edit', 'notices:read', 'notices:resend', 'operations:read', 'operations:replay'],
};

/** Rules are no secret: whoever is judged by them, or judges, may read them. */
const EVERYBODY: readonly Permission[] = ['rules:read'];

/** Whoever acts: an account, or the service itself in a job. */
export interface Actor {
  readonly accountId: string;
  readonly role: Role;
  readonly name: string;
  /** The only country a Resident Coordinator sees; null for everybody else. */
  readonly country: CountryCode | null;
  /** The only agency a focal point sees; null for everybody else. */
  readonly agency: string | null;
}

export function may(actor: Pick<Actor, 'role'>, permission: Permission): boolean {
  return EVERYBODY.includes(permission) || GRANTS[actor.role].includes(permission);
}

/**
 * What is wrong with the scope of an account: a Resident Coordinator has a country, an agency focal point an agency, and
 * nobody else has either, because it would promise a limit that does not hold. Undefined when all is well.
 */
export function scopeProblem({
  role,
  country,
  agency,
}: {
  readonly role: Role;
  readonly country?: CountryCode | null;
  readonly agency?: string | null;
}): FieldProblem | undefined {
  if (role === 'resident-coordinator' && !country) return { field: 'country', message: 'Choose the country of the Resident Coordinator.' };
  if (role !== 'resident-coordinator' && country)
    return { field: 'country', message: 'Leave the country out: only a Resident Coordinator is limited to one.' };
  if (role === 'agency-focal-point' && !agency) return { field: 'agency', message: 'Enter the agency of the focal point.' };
  if (role !== 'agency-focal-point' && agency)
    return { field: 'agency', message: 'Leave the agency out: only a focal point is limited to one.' };
  if (agency && !AGENCY_PATTERN.test(agency))
    return { field: 'agency', message: 'Enter the short name of the agency as the roster has it, such as UNDP.' };
  return undefined;
}

/** Whether something about this country exists for the actor: a Resident Coordinator sees the own country only. */
export function seesCountry(actor: Pick<Actor, 'role' | 'country'>, country: CountryCode): boolean {
  return actor.role !== 'resident-coordinator' || actor.country === country;
}

/** What of the rosters exists for the actor: everything, only the own agency's members, or only external applications. */
export type RosterScope = { readonly all: true } | { readonly agency: string } | { readonly roster: 'external' };

export function rosterScope(actor: Pick<Actor, 'role' | 'agency'>): RosterScope {
  if (actor.role === 'agency-focal-point') return { agency: actor.agency ?? '' };
  if (actor.role === 'panel-member') return { roster: 'external' };
  return { all: true };
}

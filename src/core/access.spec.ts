import { may, PERMISSIONS, type Permission, ROLES, type Role, rosterScope, scopeProblem, seesCountry } from './access.js';

/** The whole table, written out a second time, so that a change of who may do what is always made on purpose. */
const EXPECTED: Readonly<Record<Permission, readonly Role[]>> = {
  'roster:read': ['recruiter', 'surge-officer', 'panel-member', 'agency-focal-point', 'auditor'],
  'roster:propose': ['recruiter', 'agency-focal-point'],
  'roster:edit': ['recruiter'],
  'roster:import': ['recruiter'],
  'roster:vet': ['panel-member'],
  'needs:read': ['recruiter', 'surge-officer', 'resident-coordinator', 'auditor'],
  'needs:edit': ['recruiter'],
  'posts:read': ['recruiter', 'auditor'],
  'posts:edit': ['recruiter'],
  'shortlists:read': ['recruiter', 'auditor'],
  'shortlists:run': ['recruiter'],
  'panels:read': ['recruiter', 'resident-coordinator', 'panel-member', 'auditor'],
  'panels:rate': ['recruiter', 'resident-coordinator', 'panel-member'],
  'panels:edit': ['recruiter'],
  'records:read': ['recruiter', 'auditor'],
  'shortlists:sign': ['recruiter'],
  'surge:read': ['surge-officer', 'resident-coordinator', 'auditor'],
  'surge:request': ['resident-coordinator'],
  'surge:decide': ['surge-officer'],
  'surge:offer': ['surge-officer'],
  'releases:decide': ['agency-focal-point'],
  'funding:read': ['fund-manager', 'auditor'],
  'notices:read': ['surge-officer', 'auditor', 'administrator'],
  'notices:resend': ['surge-officer', 'administrator'],
  'accounts:edit': ['administrator'],
  'rules:read': ROLES,
  'rules:edit': ['administrator'],
  'audit:read': ['auditor'],
  'operations:read': ['administrator'],
  'operations:replay': ['administrator'],
};

describe('may', () => {
  it.each(PERMISSIONS.flatMap((permission) => ROLES.map((role) => [role, permission] as const)))('%s, %s', (role, permission) => {
    expect(may({ role }, permission)).toBe(EXPECTED[permission].includes(role));
  });

  it('knows of no role that both asks for a mission and decides on it', () => {
    for (const role of ROLES) expect(may({ role }, 'surge:request') && may({ role }, 'surge:decide')).toBe(false);
  });

  it('lets the auditor change nothing, and the administrator nothing of the substance', () => {
    const changes = (role: Role) => PERMISSIONS.filter((permission) => !permission.endsWith(':read') && may({ role }, permission));
    expect(changes('auditor')).toEqual([]);
    expect(changes('administrator')).toEqual(['notices:resend', 'accounts:edit', 'rules:edit', 'operations:replay']);
  });
});

describe('what exists for an actor', () => {
  it.each(ROLES)('of the countries, for %s', (role) => {
    expect(seesCountry({ role, country: 'KEN' }, 'KEN')).toBe(true);
    expect(seesCountry({ role, country: 'KEN' }, 'NER')).toBe(role !== 'resident-coordinator');
  });

  it('is no country for a Resident Coordinator without one', () => {
    expect(seesCountry({ role: 'resident-coordinator', country: null }, 'KEN')).toBe(false);
  });

  it('of the rosters', () => {
    expect(rosterScope({ role: 'recruiter', agency: null })).toEqual({ all: true });
    expect(rosterScope({ role: 'agency-focal-point', agency: 'UNDP' })).toEqual({ agency: 'UNDP' });
    expect(rosterScope({ role: 'agency-focal-point', agency: null })).toEqual({ agency: '' });
    expect(rosterScope({ role: 'panel-member', agency: null })).toEqual({ roster: 'external' });
  });
});

describe('scopeProblem', () => {
  it.each(['undp', 'U', 'UN/DP', 'A'.repeat(21)])('refuses %s for an agency, because no membership could have it', (agency) => {
    expect(scopeProblem({ role: 'agency-focal-point', agency })?.field).toBe('agency');
  });

  it.each(ROLES)('lets %s have the scope of the role only', (role) => {
    const fields = (scope: { country?: string; agency?: string }) => scopeProblem({ role, ...scope })?.field;
    expect(fields({})).toBe(({ 'resident-coordinator': 'country', 'agency-focal-point': 'agency' } as Partial<Record<Role, string>>)[role]);
    expect(fields({ country: 'KEN' })).toBe(role === 'resident-coordinator' ? undefined : 'country');
    expect(fields({ agency: 'UNDP' })).toBe(
      role === 'agency-focal-point' ? undefined : role === 'resident-coordinator' ? 'country' : 'agency',
    );
    expect(fields({ country: 'KEN', agency: 'UNDP' })).toBe(role === 'resident-coordinator' ? 'agency' : 'country');
  });
});

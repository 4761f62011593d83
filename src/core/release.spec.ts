import type { RosterMembership } from './expert.js';
import { OFFER_STATES } from './offers.js';
import {
  placeStanding,
  RELEASE_DECISIONS,
  RELEASE_STATES,
  RELEASE_STEPS,
  type ReleaseState,
  type ReleaseStep,
  releaseAfter,
  releaseStepsFrom,
  releasingAgency,
} from './release.js';

const STEPS = Object.keys(RELEASE_STEPS) as ReleaseStep[];

describe('a release', () => {
  it('can come to every state from being asked, and to nothing else', () => {
    const reached = new Set<ReleaseState>(['asked']);
    for (const state of reached) for (const step of releaseStepsFrom(state)) reached.add(releaseAfter(state, step));
    expect([...reached].sort()).toEqual([...RELEASE_STATES].sort());
  });

  it.each(STEPS.flatMap((step) => RELEASE_STATES.map((state) => [step, state] as const)))('%s from %s', (step, state) => {
    const allowed = {
      grant: { asked: 'granted', overdue: 'granted' },
      refuse: { asked: 'refused', overdue: 'refused' },
      expire: { asked: 'overdue' },
      close: { asked: 'closed', overdue: 'closed', granted: 'closed' },
    } as Record<ReleaseStep, Partial<Record<ReleaseState, ReleaseState>>>;
    const to = allowed[step][state];
    if (to) expect(releaseAfter(state, step)).toBe(to);
    else expect(() => releaseAfter(state, step)).toThrow(expect.objectContaining({ code: 'release.not-open' }));
  });

  it('that was refused or closed stays so', () => {
    expect(releaseStepsFrom('refused')).toEqual([]);
    expect(releaseStepsFrom('closed')).toEqual([]);
  });

  it('is decided by yes or no, also after its deadline', () => {
    for (const decision of RELEASE_DECISIONS) expect(releaseAfter('overdue', decision)).toBe(releaseAfter('asked', decision));
  });
});

describe('whose release is needed', () => {
  const member = (over: Partial<RosterMembership>): RosterMembership => ({
    roster: 'interagency',
    agency: 'UNDP',
    state: 'active',
    since: '2020-01-01',
    until: null,
    ...over,
  });
  const agencyOf = (...memberships: RosterMembership[]) => releasingAgency({ memberships }, '2026-12-06');

  it.each([
    ['the agency of an interagency member', [member({})], 'UNDP'],
    [
      'the agency, also of somebody who is on the external roster as well',
      [member({ roster: 'external', agency: null }), member({})],
      'UNDP',
    ],
    ['the agency joined last', [member({}), member({ agency: 'UNICEF', since: '2024-01-01' })], 'UNICEF'],
    ['nobody’s, for an external expert', [member({ roster: 'external', agency: null })], null],
    ['nobody’s, when the membership has ended on the first day away', [member({ until: '2026-12-05' })], null],
    ['nobody’s, when it is not active', [member({ state: 'withdrawn' })], null],
  ] as const)('%s', (_whose, memberships, agency) => {
    expect(agencyOf(...memberships)).toBe(agency);
  });
});

describe('a place', () => {
  it('is firm only when accepted and, where one is needed, released', () => {
    const firm = OFFER_STATES.flatMap((offer) => [null, ...RELEASE_STATES].map((release) => [offer, release] as const)).filter(
      ([offer, release]) => placeStanding(offer, release) === 'firm',
    );
    expect(firm).toEqual([
      ['accepted', null],
      ['accepted', 'granted'],
    ]);
  });

  it('waits for the agency also when that is late', () => {
    expect(placeStanding('accepted', 'asked')).toBe('awaiting-release');
    expect(placeStanding('accepted', 'overdue')).toBe('awaiting-release');
  });

  it('is open until the expert answers or the agency refuses', () => {
    expect(placeStanding('sent', 'granted')).toBe('open');
    expect(placeStanding('sent', 'refused')).toBe('ended');
    expect(placeStanding('lapsed', 'granted')).toBe('ended');
  });
});

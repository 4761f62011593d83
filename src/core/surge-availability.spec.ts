import fc from 'fast-check';
import type { RosterMembership } from './expert.js';
import { isFree, obstacles } from './surge-availability.js';

const mission = { from: '2026-12-01', to: '2026-12-10' };
const member = (over: Partial<RosterMembership> = {}): RosterMembership => ({
  roster: 'external',
  agency: null,
  state: 'active',
  since: '2025-01-01',
  until: null,
  ...over,
});
const away = (from: string, to: string) => ({ id: 'u1', from, to });

describe('obstacles', () => {
  it('finds none for a member without other plans', () => {
    expect(obstacles({ unavailable: [], memberships: [member()] }, mission, [])).toEqual([]);
  });

  it('lets a mission begin on the day after a reservation and end on the day before days away', () => {
    expect(
      obstacles({ unavailable: [away('2026-12-11', '2026-12-20')], memberships: [member()] }, mission, [
        { from: '2026-11-01', to: '2026-11-30' },
      ]),
    ).toEqual([]);
  });

  it.each([
    [
      'days given as not available',
      { unavailable: [away('2026-12-10', '2026-12-20')], memberships: [member()] },
      [],
      { kind: 'unavailable', period: { from: '2026-12-10', to: '2026-12-20' } },
    ],
    [
      'days held for another mission',
      { unavailable: [], memberships: [member()] },
      [{ from: '2026-11-01', to: '2026-12-01' }],
      { kind: 'reserved', period: { from: '2026-11-01', to: '2026-12-01' } },
    ],
    [
      'a membership that ends on the way',
      { unavailable: [], memberships: [member({ until: '2026-12-09' })] },
      [],
      { kind: 'membership-ends', until: '2026-12-09' },
    ],
    ['no active membership', { unavailable: [], memberships: [member({ state: 'under-vetting' })] }, [], { kind: 'no-membership' }],
  ] as const)('names %s', (_what, profile, reserved, obstacle) => {
    expect(obstacles(profile, mission, reserved)).toEqual([obstacle]);
  });

  it('is content with a second membership that lasts', () => {
    expect(
      obstacles({ unavailable: [], memberships: [member({ until: '2026-12-05' }), member({ roster: 'interagency' })] }, mission, []),
    ).toEqual([]);
  });
});

describe('isFree', () => {
  it('is what having no obstacles is', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-12-${String(number).padStart(2, '0')}`);
    const period = fc.tuple(day, day).map((days) => {
      const [from, to] = days.sort() as [string, string];
      return { id: 'u1', from, to };
    });
    const membership = fc
      .tuple(day, fc.option(day), fc.constantFrom('active' as const, 'under-vetting' as const))
      .map(([since, until, state]) => member({ since, until, state }));
    const periods = fc.array(period, { maxLength: 2 });
    fc.assert(
      fc.property(period, periods, periods, fc.array(membership, { maxLength: 3 }), (wanted, reserved, unavailable, memberships) => {
        expect(isFree({ unavailable, memberships }, wanted, reserved)).toBe(
          obstacles({ unavailable, memberships }, wanted, reserved).length === 0,
        );
      }),
    );
  });
});

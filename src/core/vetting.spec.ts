import { may, ROLES } from './access.js';
import { ROSTERS, VETTING_STATES } from './expert.js';
import { stepsFrom, VETTING_STEPS, vettingStep } from './vetting.js';

const as = (role: (typeof ROLES)[number]) => (permission: Parameters<typeof may>[1]) => may({ role }, permission);
const anybody = () => true;

describe('vetting', () => {
  it('reaches every state of the external roster, and has no state that cannot be left by anybody', () => {
    const reached = new Set<string>(['none']);
    for (const _ of VETTING_STATES)
      for (const step of VETTING_STEPS) if (step.roster === 'external' && reached.has(step.from)) reached.add(step.to);
    expect([...reached].sort()).toEqual(['none', ...VETTING_STATES].sort());
    for (const state of VETTING_STATES) expect(stepsFrom('external', state, anybody)).not.toEqual([]);
  });

  it('admits nobody to the external roster without vetting by the panel', () => {
    const ways = VETTING_STEPS.filter(({ roster, to }) => roster === 'external' && to === 'active');
    expect(ways.map(({ from, by }) => [from, by])).toEqual([['under-vetting', ['roster:vet']]]);
    for (const role of ROLES.filter((one) => one !== 'panel-member'))
      expect(() => vettingStep('external', 'under-vetting', 'active', as(role))).toThrow();
  });

  it('lets an agency propose and withdraw, and nothing on the external roster', () => {
    expect(vettingStep('interagency', 'none', 'active', as('agency-focal-point'))).toBeDefined();
    expect(vettingStep('interagency', 'active', 'withdrawn', as('agency-focal-point'))).toBeDefined();
    for (const from of [...VETTING_STATES, 'none' as const]) expect(stepsFrom('external', from, as('agency-focal-point'))).toEqual([]);
  });

  it('refuses every step that is not in the table, and says what is open', () => {
    for (const roster of ROSTERS) {
      for (const from of ['none' as const, ...VETTING_STATES]) {
        for (const to of VETTING_STATES) {
          const known = VETTING_STEPS.some((step) => step.roster === roster && step.from === from && step.to === to);
          if (known) expect(vettingStep(roster, from, to, anybody)).toMatchObject({ roster, from, to });
          else
            expect(() => vettingStep(roster, from, to, anybody)).toThrow(expect.objectContaining({ code: 'roster.vetting-not-allowed' }));
        }
      }
    }
    expect(() => vettingStep('external', 'applied', 'active', as('panel-member'))).toThrow(
      'From there you can go to under-vetting or withdrawn.',
    );
  });

  it('gives those who only read no step', () => {
    for (const role of ['auditor', 'surge-officer', 'resident-coordinator', 'fund-manager', 'administrator'] as const)
      for (const step of VETTING_STEPS) expect(stepsFrom(step.roster, step.from, as(role))).toEqual([]);
  });
});

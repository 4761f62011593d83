import type { Actor } from '../../../core/access.js';
import { admit } from './access.guard.js';

const recruiter: Actor = { accountId: '1', role: 'recruiter', name: 'R', country: null, agency: null };

describe('admit', () => {
  const code = (...given: Parameters<typeof admit>) => {
    try {
      admit(...given);
      return 'in';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('lets everybody in where it is public', () =>
    expect([code({ kind: 'public' }, null), code({ kind: 'public' }, recruiter)]).toEqual(['in', 'in']));
  it('lets whoever is signed in', () =>
    expect([code({ kind: 'signed-in' }, null), code({ kind: 'signed-in' }, recruiter)]).toEqual(['access.sign-in-required', 'in']));
  it('asks for one of the permissions', () => {
    expect(code({ kind: 'permission', anyOf: ['surge:decide', 'posts:edit'] }, recruiter)).toBe('in');
    expect(code({ kind: 'permission', anyOf: ['surge:decide'] }, recruiter)).toBe('access.not-allowed');
    expect(code({ kind: 'permission', anyOf: ['posts:edit'] }, null)).toBe('access.sign-in-required');
  });
  it('lets nobody in without a decision', () =>
    expect([code(undefined, null), code(undefined, recruiter)]).toEqual(['access.sign-in-required', 'access.not-allowed']));
});

import { anExpert } from '../../test/support/experts.js';
import { type Claims, keepBacking, saysTheSame, type Verifier, verify } from './claims.js';
import { CLAIM_PARTS, type ExpertProfile } from './expert.js';
import type { ExpertDraft } from './expert-draft.js';
import type { Backing } from './knowledge.js';

const BY: Verifier = { as: 'recruiter', by: 'account-1', on: '2026-11-24', how: 'Diploma seen' };
const PANEL: Backing = { status: 'panel-assessed', as: 'panel', by: 'panel-1', on: '2026-11-01', how: '' };

const draftOf = (profile: ExpertProfile): ExpertDraft => ({
  ...profile,
  familyName: 'Okello',
  givenName: 'Amara',
  email: 'amara@example.org',
  bornOn: null,
  language: 'en',
  fictional: true,
});
const kept = (stored: ExpertProfile | null, edited: ExpertProfile) => {
  const { draft, problems } = keepBacking(draftOf(edited), stored, BY);
  return { knowledge: draft.knowledge.map(({ status, backing }) => [status, backing]), problems };
};
const knows = (level: 'good' | 'excellent', details: object = {}) => anExpert().knows('mandates', level, details).build();

describe('an edited profile', () => {
  it('keeps the record of a claim that says the same as before, whatever was sent as its backing', () => {
    const stored = knows('good', { status: 'panel-assessed', backing: [PANEL] });
    expect(kept(stored, stored)).toEqual({ knowledge: [['panel-assessed', [PANEL]]], problems: [] });
    const forged = knows('good', { status: 'panel-assessed', backing: [{ ...PANEL, by: 'another' }] });
    expect(kept(stored, forged).knowledge).toEqual([['panel-assessed', [PANEL]]]);
  });

  it('names who says that a claim is verified now', () => {
    expect(kept(knows('good'), knows('good', { status: 'verified' })).knowledge).toEqual([['verified', [{ status: 'verified', ...BY }]]]);
    expect(kept(null, knows('good', { status: 'verified' })).knowledge).toEqual([['verified', [{ status: 'verified', ...BY }]]]);
  });

  it('keeps who verified a claim, and names somebody else where the claim says something else', () => {
    const earlier: Backing = { status: 'verified', ...BY, by: 'account-0', on: '2020-01-01' };
    const stored = knows('good', { status: 'verified', backing: [earlier] });
    expect(kept(stored, stored).knowledge).toEqual([['verified', [earlier]]]);
    expect(kept(stored, knows('excellent', { status: 'verified' })).knowledge).toEqual([['verified', [{ status: 'verified', ...BY }]]]);
  });

  it('loses the record where a claim is self-declared again', () => {
    const stored = knows('good', { status: 'panel-assessed', backing: [PANEL] });
    expect(kept(stored, knows('good')).knowledge).toEqual([['self-declared', undefined]]);
  });

  it.each([
    ['a new claim', null, knows('good', { status: 'panel-assessed' }), 'Only the decision of a panel'],
    ['a claim that no panel assessed', knows('good'), knows('good', { status: 'panel-assessed' }), 'Only the decision of a panel'],
    [
      'what a panel did not see',
      knows('good', { status: 'panel-assessed', backing: [PANEL] }),
      knows('excellent', { status: 'panel-assessed' }),
      'Leave it as it was',
    ],
  ])('cannot make %s panel-assessed', (_, stored, edited, advice) => {
    expect(kept(stored, edited).problems).toEqual([{ field: 'knowledge.0.status', message: expect.stringContaining(advice) }]);
  });
});

describe('verifying', () => {
  const profile = anExpert()
    .degree('masters', 'human-rights')
    .worked('2010', null, 'human-rights')
    .knows('mandates', 'good')
    .speaks('en', 4)
    .expertIn('justice', 'good')
    .trained('hrba')
    .build();
  const ids = CLAIM_PARTS.flatMap((part) => profile[part].map(({ id }) => id));

  it('records who, when and how, of every kind of claim', () => {
    const { claims, refused } = verify(profile, ids, BY);
    expect(refused).toEqual([]);
    for (const part of CLAIM_PARTS)
      expect(
        (claims[part] as readonly { status: string; backing?: readonly Backing[] }[]).map(({ status, backing }) => [status, backing]),
      ).toEqual([['verified', [{ status: 'verified', ...BY }]]]);
  });

  it('leaves what was not named, and refuses what is backed already or not there', () => {
    const { claims } = verify(profile, ['job-1'], BY);
    expect(claims.degrees).toEqual(profile.degrees);
    expect(verify(claims, ['job-1', 'nothing'], BY)).toEqual({
      claims: expect.objectContaining(claims satisfies Claims),
      refused: ['job-1', 'nothing'],
    });
  });
});

it('two claims say the same whatever their ids, their status and the order of their fields', () => {
  const [one] = knows('good').knowledge;
  expect(saysTheSame({ level: 'good', area: 'mandates', status: 'verified', id: 'x', backing: [] }, one as object)).toBe(true);
  expect(saysTheSame({ level: 'basic', area: 'mandates' }, one as object)).toBe(false);
});

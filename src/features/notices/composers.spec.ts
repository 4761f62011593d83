import { oneComposerEach } from './composers.service.js';
import { type ComposeNotice, defineNotice } from './reasons.js';

const compose: ComposeNotice = async () => null;

describe('composers of notices', () => {
  it('are found by reason', () => {
    expect(
      oneComposerEach(
        ['a', 'b'],
        [
          { reason: 'b', compose },
          { reason: 'a', compose },
        ],
      ).get('b'),
    ).toBe(compose);
  });

  it('keep the app from starting when a reason has none', () => {
    expect(() => oneComposerEach(['offer-made', 'offer-lapsed'], [{ reason: 'offer-made', compose }])).toThrow(
      /exactly one.*: offer-lapsed\.$/,
    );
  });

  it('keep the app from starting when a reason has two', () => {
    expect(() =>
      oneComposerEach(
        ['offer-made'],
        [
          { reason: 'offer-made', compose },
          { reason: 'offer-made', compose },
        ],
      ),
    ).toThrow(/: offer-made\.$/);
  });

  it('cannot share a reason that is defined twice', () => {
    defineNotice('spec.defined-twice', { title: 'Once' });
    expect(() => defineNotice('spec.defined-twice', { title: 'Twice' })).toThrow(/defined twice/);
  });
});

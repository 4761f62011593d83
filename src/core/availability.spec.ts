import { freeOn } from './availability.js';

const june = { from: '2027-06-01', to: '2027-06-30' };

describe('free on the days asked', () => {
  it('is whoever has nothing on those days', () => {
    expect(freeOn([], [], june)).toEqual({ free: true });
    expect(freeOn([{ from: '2027-05-01', to: '2027-05-31' }], [{ from: '2027-07-01', to: '2027-07-31' }], june)).toEqual({ free: true });
  });

  it('is not whoever said so for one of the days', () => {
    const away = { id: 'away-1', from: '2027-06-30', to: '2027-07-15' };
    expect(freeOn([away], [], june)).toEqual({ free: false, because: 'unavailable', period: { from: '2027-06-30', to: '2027-07-15' } });
  });

  it('names a reservation first, and the earliest', () => {
    const [late, early] = [
      { from: '2027-06-20', to: '2027-06-25' },
      { from: '2027-05-20', to: '2027-06-01' },
    ];
    expect(freeOn([june], [late, early], june)).toEqual({ free: false, because: 'reserved', period: early });
  });
});

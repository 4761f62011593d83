import { missingFields, mustBeComplete, type SurgeAskFields } from './surge-ask.js';

const complete: SurgeAskFields = {
  urgencyReason: 'The vote is in nine days.',
  situation: 'Arrests before the vote.',
  tasks: 'Monitoring and advice to the team.',
  startsOn: '2026-11-24',
  endsOn: '2026-12-10',
  seats: 1,
};
const fieldsOf = (ask: SurgeAskFields) => missingFields(ask, '2026-11-24').map((problem) => problem.field);

describe('what a request needs before it is submitted', () => {
  it('takes a complete one that starts today', () => {
    expect(missingFields(complete, '2026-11-24')).toEqual([]);
    expect(() => mustBeComplete(complete, '2026-11-24')).not.toThrow();
  });

  it.each([
    ['urgencyReason', { urgencyReason: 'soon' }],
    ['situation', { situation: '          ' }],
    ['tasks', { tasks: '' }],
    ['startsOn', { startsOn: '' }],
    ['startsOn', { startsOn: '2026-11-23' }],
    ['endsOn', { endsOn: '2026-11-23' }],
    ['endsOn', { endsOn: '2026-02-31' }],
    ['seats', { seats: 0 }],
    ['seats', { seats: 21 }],
  ])('points at %s', (field, change) => {
    expect(fieldsOf({ ...complete, ...change })).toEqual([field]);
  });

  it('names everything that is missing at once', () => {
    expect(() => mustBeComplete({ urgencyReason: '', situation: '', tasks: '', startsOn: '', endsOn: '', seats: 1 }, '2026-11-24')).toThrow(
      expect.objectContaining({
        fields: ['urgencyReason', 'situation', 'tasks', 'startsOn'].map((field) => expect.objectContaining({ field })),
      }),
    );
  });
});

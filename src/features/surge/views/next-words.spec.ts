import { nextText } from './next-words.js';

type Offered = NonNullable<Parameters<typeof nextText>[1]>[number];

const one = (alternative: Offered['alternative'], state: Offered['state'], followUp?: 'draft' | 'submitted'): Offered => ({
  alternative,
  state,
  followUp: followUp ? { id: '1', reference: 'SR-2026-0002', state: followUp } : null,
});

const declined = { state: 'declined', pausedAt: null } as const;

const NOTHING = 'Nothing more. A new request can be made.';
const ALSO = 'A new request can be made as well.';

it.each<[Offered[], string]>([
  [[], NOTHING],
  [[one('remote-support', 'offered')], `The requesting office answers what is offered instead. ${ALSO}`],
  [
    [one('regional-adviser', 'taken-up'), one('technical-mission', 'offered')],
    `The requesting office answers what is offered instead. The surge desk arranges the support that was taken up. ${ALSO}`,
  ],
  [[one('technical-mission', 'taken-up')], `The requesting office completes the request for the technical mission. ${ALSO}`],
  [[one('technical-mission', 'taken-up', 'draft')], `The requesting office completes the request for the technical mission. ${ALSO}`],
  [[one('regional-adviser', 'arranged'), one('remote-support', 'turned-down'), one('technical-mission', 'taken-up', 'submitted')], NOTHING],
])('after declining, with %j', (alternatives, next) => {
  expect(nextText(declined, alternatives)).toBe(next);
});

it('says that an answer is owed while the desk goes on', () => {
  expect(nextText({ state: 'matching', pausedAt: '2026-11-24T10:00:00.000Z' })).toBe(
    'The requesting office answers what the desk asked; the clocks stand still until then. Meanwhile, the surge desk decides to whom the mission is offered.',
  );
  expect(nextText({ state: 'matching', pausedAt: null })).toBe('The surge desk decides to whom the mission is offered.');
});

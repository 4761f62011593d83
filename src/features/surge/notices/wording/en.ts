import type { SurgeWords } from './words.js';

export const en: SurgeWords = {
  greeting: (name) => `Dear ${name},`,
  labels: { dates: 'Dates', answerBy: 'Please answer by', reference: 'Reference' },
  period: (first, last) => `${first} to ${last}`,
  openRequest: 'Open the request',
  calendarTitle: 'Mission',
  calendarText: 'The days of the mission itself, without the journey. The place is left out on purpose.',
  offerMade: {
    subject: 'A mission is offered to you: please answer',
    text: 'The human rights surge desk asks whether you could go on a mission. Where it is and what you would do is on the page behind this link. Opening the page decides nothing; a click on it does.',
    action: 'Read the offer and answer',
    noAccount: 'You need no account and no password. The link is for you alone: please do not pass it on.',
  },
  offerWithdrawn: {
    subject: 'The offer to you has been closed',
    filled: 'All the places of the mission that we offered to you have been taken by colleagues who answered before.',
    closed: 'The mission that we offered to you is no longer open.',
    thanks: 'Nothing more is expected from you. Thank you for being ready; we will gladly ask you again.',
  },
  missionConfirmed: {
    subject: 'Your acceptance has been recorded',
    text: 'Thank you. Your place is confirmed and your days are reserved. The surge desk will write to you about travel, security clearance and briefing.',
    calendar: 'The attached file enters the days in your calendar, without the place.',
  },
  missionCancelled: {
    subject: 'The mission will not take place',
    text: 'The mission that you had accepted has been stood down. Your days are free again. Thank you for being ready.',
    calendar: 'The attached file takes the days out of your calendar.',
  },
  seatTaken: {
    subject: 'An offer has been accepted',
    someLeft: 'An expert has accepted one of the places. Others are still looked for.',
    allFilled: 'An expert has accepted, and all places are filled.',
  },
  offerNotTaken: {
    subject: 'An offer was not taken: please decide',
    lapsed: 'An offer was not answered in time.',
    declined: 'An offer was declined.',
    nobodyNext: 'Nobody else on the rosters is eligible and free on these dates. The page says what excludes most people.',
    next: (number) => `The next proposed candidate has the roster number ${number}. Nobody has been asked: you decide.`,
  },
  requestMoved: {
    subject: 'News of a surge request',
    submit: 'A new surge request has been submitted. Its clock is running.',
    answer: 'The requesting office has given the information that you asked for. The clock runs again.',
    'stand-down': 'The requesting office has stood a request down. Open offers were taken back.',
    other: 'A surge request has changed.',
  },
  requestDecided: {
    subject: 'A decision on your surge request',
    ask: 'The surge desk needs more information before it can go on. The clock stands still until you answer on the page.',
    'go-on': 'The surge desk goes on without the information that it had asked you for. The clock runs again; why is on the page.',
    approve: 'Your request has been approved. The surge desk now looks for experts who are free on the dates.',
    decline: 'Your request has been declined. The reason is on the page.',
    declinedWithMore:
      'Your request has been declined, and the surge desk offers you something else instead. The reason, and what you can take up, is on the page.',
    'stand-down': 'Your request has been stood down by the surge desk. The reason is on the page.',
    deploy: 'The mission has begun: the expert is deployed.',
    other: 'Your request has changed.',
  },
};

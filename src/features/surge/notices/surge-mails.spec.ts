import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import * as mails from './surge-mails.js';

const request = {
  id: 'r1',
  reference: 'SR-2026-0042',
  country: 'KEN',
  situation: 'Mass arrests',
  tasks: 'Monitor detention',
  security: 'Curfew',
  hosting: 'A desk',
  startsOn: '2026-12-07',
  endsOn: '2026-12-27',
  state: 'matching',
} as SurgeRequest;
const offer = { id: 'o1', deadline: '2026-11-24T22:00:00.000Z', state: 'lapsed', answerReason: 'filled' } as SurgeOffer;
const url = 'https://desk.example/surge/r1';

const toExperts = [
  mails.offerMade('Amina', request, offer, 'https://desk.example/offers/token'),
  mails.offerWithdrawn('Amina', offer),
  mails.missionConfirmed('Amina', request),
  mails.missionCancelled('Amina', request),
];
const toColleagues = [
  mails.seatTaken('Sam', request, url),
  mails.offerNotTaken('Sam', { request, offer, next: 17 }, url),
  mails.offerNotTaken('Sam', { request, offer, next: null }, url),
  mails.requestMoved('Sam', request, { kind: 'submit' }, url),
  mails.requestDecided('Sam', request, { kind: 'decline' }, url),
];

describe('mails of the surge desk', () => {
  it.each([...toExperts, ...toColleagues])('name no place, mission, number or person in the subject: $subject', ({ subject }) => {
    expect(subject).not.toMatch(/Kenya|\bKEN\b|SR-|\d|Amina|\bSam\b|detention|arrest/);
  });

  it.each(toExperts)('keep from experts’ mail what stands on the page: $subject', (mail) => {
    expect(JSON.stringify(mail)).not.toMatch(/Kenya|\bKEN\b|arrest|detention|Curfew/);
  });

  it('say whom one could ask next by roster number, and that nobody was', () => {
    expect(toColleagues[1]?.paragraphs.join()).toContain('roster number 17. Nobody has been asked: you decide.');
    expect(toColleagues[2]?.paragraphs.join()).toContain('Nobody else on the rosters is eligible and free');
  });

  it('tell why an offer was closed', () => {
    expect(mails.offerWithdrawn('Amina', offer).paragraphs[0]).toContain('taken by colleagues');
    expect(mails.offerWithdrawn('Amina', { ...offer, answerReason: 'stood-down' }).paragraphs[0]).toContain('no longer open');
  });
});

import { publicStatus } from './surge-status.js';

it('shows how a request stands, and nothing that tells who, where, when or why, whatever else the request carries', () => {
  const secret = 'SECRET';
  const view = {
    request: {
      ...{ reference: 'SR-2026-0001', state: 'offered' as const, pausedAt: '2026-11-24T10:00:00.000Z', seats: 3 },
      ...{ id: secret, country: secret, situation: secret, tasks: secret, security: secret, startsOn: secret, endsOn: secret },
    },
    offers: [
      { standing: 'firm', name: secret, deadline: secret },
      { standing: 'awaiting-release', name: secret },
      { standing: 'firm', name: secret },
    ],
    clock: { state: 'paused' as const, late: false, dueAt: secret },
    events: [{ reason: secret }],
  };
  const status = publicStatus(view);
  expect(status).toEqual({
    reference: 'SR-2026-0001',
    state: 'offered',
    answerOwed: true,
    places: 3,
    certain: 2,
    clock: { state: 'paused', late: false },
  });
  expect(JSON.stringify(status)).not.toContain(secret);
});

import { showQueue } from '../../src/commands/surge-command.js';
import type { QueueLine, SurgeRequestView } from '../../src/features/surge/index.js';
import { newId } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';
import { ASK } from '../support/surge-desk.js';

describe('the surge desk through the whole app', () => {
  let app: RunningApp;
  const cookies: Record<string, string> = {};
  const ids: string[] = [];

  const call = (who: string, method: string, path: string, body?: object) =>
    fetch(`${app.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { cookie: cookies[who] ?? '', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const form = (who: string, path: string, fields: Record<string, string>) =>
    fetch(`${app.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookies[who] ?? '', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  const one = async (id = '', who = 'officer') =>
    (await (await call(who, 'GET', `/api/v1/surge-requests/${id}`)).json()) as SurgeRequestView;
  const html = async (who: string, path: string) => (await call(who, 'GET', path)).text();

  beforeAll(async () => {
    app = await startApp();
    cookies['kenya'] = await sessionOf(app, 'resident-coordinator', 'KEN');
    cookies['officer'] = await sessionOf(app, 'surge-officer');
    cookies['auditor'] = await sessionOf(app, 'auditor');
    for (const urgency of ['planned', 'immediate', 'urgent']) {
      const body = { ...ASK, urgency, startsOn: '2099-01-01', endsOn: '2099-01-20', submit: true };
      const made = (await (await call('kenya', 'POST', '/api/v1/surge-requests', body)).json()) as SurgeRequestView;
      ids.push(made.request.id);
    }
  });
  afterAll(() => app?.close());

  it('takes the empty fields of its filter as no filter', async () => {
    const answer = await call('officer', 'GET', '/surge?urgency=&state=&officer=&late=');
    expect(answer.status).toBe(200);
    expect((await answer.text()).match(/SR-\d{4}-\d{4}/g)).not.toBeNull();
    expect((await call('officer', 'GET', '/surge?urgency=planned&state=&officer=&late=true')).status).toBe(200);
    expect((await call('officer', 'GET', '/surge?urgency=soon')).status).toBe(422);
  });

  it('has one order in the API, on both pages and on the command line', async () => {
    const printed: string[] = [];
    jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
    await showQueue(app.module, {});
    const lines = (await (await call('officer', 'GET', '/api/v1/surge-requests')).json()) as QueueLine[];
    const order = lines.map(({ request }) => request.reference);
    expect(order).toEqual(
      ['SR-2026-0002', 'SR-2026-0003', 'SR-2026-0001'].map((reference) => expect.stringContaining(reference.slice(-4))),
    );
    expect(referencesIn(printed.join('\n'))).toEqual(order);
    expect(referencesIn(await html('officer', '/surge'))).toEqual(order);
    expect(referencesIn(await html('officer', '/surge?view=board'))).toEqual(order); // all in triage: one column
    expect(printed[2]).toContain('Not moved · immediate · severity 4 of 5');
  });

  it('has a status to pass on that tells neither who nor where, when or why, on its page and in the API', async () => {
    const status = await (await call('kenya', 'GET', `/api/v1/surge-requests/${ids[0]}/status`)).json();
    expect(status).toEqual({
      reference: expect.stringMatching(/^SR-/),
      state: 'submitted',
      answerOwed: false,
      places: 1,
      certain: 0,
      clock: { state: 'running', late: false },
    });
    const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(await html('kenya', `/surge/${ids[0]}/status`)) ?? [];
    expect(main).toContain('the request has been submitted and is about to be looked at. It is within its time.');
    for (const secret of ['Kenya', '2099', 'arrests', 'detention', 'Curfew', 'desk in the office', 'French'])
      expect([secret, main.includes(secret)]).toEqual([secret, false]);
  });

  it('filters by state, urgency, officer and lateness, and refuses what is none of them', async () => {
    for (const [query, count] of [
      ['urgency=urgent', 1],
      ['state=approved', 0],
      ['officer=nobody', 3],
      ['late=true', 0],
      ['late=false', 3],
    ] as const)
      expect(await (await call('officer', 'GET', `/api/v1/surge-requests?${query}`)).json()).toHaveLength(count);
    for (const query of ['late=perhaps', 'officer=me', 'view=board'])
      expect((await call('officer', 'GET', `/api/v1/surge-requests?${query}`)).status).toBe(422);
  });

  it('keeps as a draft what cannot be submitted yet, and submits the same one when it is complete', async () => {
    const fields = { formToken: newId(), submit: 'true', situation: 'Arrests in two towns.', startsOn: '2099-01-01', endsOn: '2099-01-20' };
    const refused = await (await form('kenya', '/surge', fields)).text();
    expect(refused).toContain('Say what the expert would do.');
    const reference = /in the draft <a href="[^"]+">(SR-\d{4}-\d{4})</.exec(refused)?.[1];
    const words = { urgencyReason: 'The vote is in nine days.', tasks: 'Monitor detention.' };
    const [first, second] = await Promise.all([1, 2].map(() => form('kenya', '/surge', { ...fields, ...words })));
    expect([first?.status, first?.headers.get('location')]).toEqual([303, second?.headers.get('location')]);
    const { request } = await one(first?.headers.get('location')?.slice('/surge/'.length), 'kenya');
    expect(request).toMatchObject({ state: 'submitted', reference, tasks: 'Monitor detention.' });
    const change = { step: 'stand-down', reason: 'Not needed any more.', version: request.version };
    expect((await call('kenya', 'POST', `/api/v1/surge-requests/${request.id}/steps`, change)).status).toBe(200);
  });

  it('carries messages by API and page, shown to both sides', async () => {
    const path = `/api/v1/surge-requests/${ids[0]}/messages`;
    expect((await call('kenya', 'POST', path, { message: 'The airport is <b>closed</b>.' })).status).toBe(200);
    expect((await form('officer', `/surge/${ids[0]}/messages`, { message: 'Is there a road?' })).status).toBe(303);
    expect((await call('auditor', 'POST', path, { message: 'Hm.' })).status).toBe(403);
    const empty = await form('kenya', `/surge/${ids[0]}/messages`, { message: '  ' });
    expect([empty.status, (await empty.text()).includes('Write your message first.')]).toEqual([422, true]);
    for (const who of ['kenya', 'officer', 'auditor']) {
      const page = await html(who, `/surge/${ids[0]}`);
      expect(page).toContain('The airport is &lt;b>closed&lt;/b>.');
      expect(page).toContain('Is there a road?');
    }
  });

  it('hands a request over, and counts who has what', async () => {
    const officers = (await (await call('officer', 'GET', '/api/v1/surge-requests/officers')).json()) as { id: string; name: string }[];
    expect(officers.map(({ name }) => name)).toEqual(['Fictional surge-officer']);
    const { version } = (await one(ids[1])).request;
    expect((await form('officer', `/surge/${ids[1]}/officer`, { officerId: officers[0]?.id ?? '', version: String(version) })).status).toBe(
      303,
    );
    expect((await one(ids[1], 'kenya')).officer).toBe('Fictional surge-officer');
    expect(await (await call('officer', 'GET', '/api/v1/surge-requests/load')).json()).toEqual([
      { officerId: null, officer: null, requests: 2, late: 0 },
      { officerId: officers[0]?.id, officer: 'Fictional surge-officer', requests: 1, late: 0 },
    ]);
    expect((await call('kenya', 'GET', '/api/v1/surge-requests/load')).status).toBe(403);
  });

  it('approves with other terms from the page, and marks the field of a wrong one', async () => {
    await form('officer', `/surge/${ids[2]}/steps`, { step: 'review', version: String((await one(ids[2])).request.version) });
    const { version } = (await one(ids[2])).request;
    const asked = { 'terms.seats': '1', 'terms.urgency': 'urgent', 'terms.startsOn': '2099-01-01', 'terms.endsOn': '2099-01-20' };
    const decision = { step: 'approve', reason: 'Grave and close.', version: String(version), ...asked };
    const wrong = await form('officer', `/surge/${ids[2]}/steps`, { ...decision, 'terms.seats': '2' });
    expect([wrong.status, (await wrong.text()).includes('no more than the office asked for')]).toEqual([422, true]);
    expect((await form('officer', `/surge/${ids[2]}/steps`, { ...decision, 'terms.endsOn': '2099-01-15' })).status).toBe(303);
    const page = await html('kenya', `/surge/${ids[2]}`);
    expect(page).toContain('Last day: 15 Jan 2099 instead of 20 Jan 2099');
    expect(page).toMatch(/What comes next:<\/strong> The surge desk starts the matching/);
    expect(page).toContain('Fictional surge-officer');
  });

  it('declines from the page with what the office gets instead', async () => {
    await form('officer', `/surge/${ids[0]}/steps`, { step: 'review', version: String((await one(ids[0])).request.version) });
    const { version } = (await one(ids[0])).request;
    const decision = { step: 'decline', reason: 'Nobody can be hosted.', 'alternatives[]': 'regional-adviser', version: String(version) };
    expect((await form('officer', `/surge/${ids[0]}/steps`, decision)).status).toBe(303);
    expect(await html('kenya', `/surge/${ids[0]}`)).toContain('Offered instead: The regional adviser helps');
    expect((await (await call('officer', 'GET', '/api/v1/surge-requests/past')).json()) as object).toMatchObject({
      requests: [{ id: ids[0], state: 'declined' }, { state: 'stood-down' }],
      next: null,
    });
  });
});

/** Each reference once, in the order in which they first stand. */
function referencesIn(text: string): string[] {
  return [...new Set(text.match(/SR-\d{4}-\d{4}/g) ?? [])];
}

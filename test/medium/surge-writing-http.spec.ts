import type { SurgeRequestView } from '../../src/features/surge/index.js';
import { newId } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';

describe('writing a request through the whole app', () => {
  let app: RunningApp;
  let cookie = '';

  const form = (path: string, fields: Record<string, string>) =>
    fetch(`${app.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  const one = async (id = '') =>
    (await (await fetch(`${app.url}/api/v1/surge-requests/${id}`, { headers: { cookie } })).json()) as SurgeRequestView;

  beforeAll(async () => {
    app = await startApp();
    cookie = await sessionOf(app, 'resident-coordinator', 'KEN');
  });
  afterAll(() => app?.close());

  it('says all that is wrong with a new request at once, keeps what was typed, and the draft keeps what is right', async () => {
    const token = newId();
    const typed = {
      formToken: token,
      version: '',
      urgency: 'immediate',
      urgencyReason: 'Soon.',
      severity: '4',
      situation: 'Mass arrests before the vote.',
      tasks: '',
      startsOn: '2099-02-31',
      endsOn: '2099-03-20',
      seats: '50',
      'languages.0.language': 'fr',
      'languages.0.level': '3',
      'languages.1.language': 'ar',
      'languages.1.level': '',
      submit: 'true',
    };
    const answer = await form('/surge', typed);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    const [, summary = ''] = /<div class="summary"([\s\S]*?)<\/div>/.exec(page) ?? [];
    expect(summary).toContain('autofocus');
    expect([...summary.matchAll(/href="#f-([\w-]+)"/g)].map(([, field]) => field)).toEqual([
      'urgencyReason',
      'tasks',
      'startsOn',
      'seats',
      'languages-1-level',
    ]);
    for (const text of ['Soon.', 'Mass arrests before the vote.', '2099-02-31', '2099-03-20', '50']) expect(page).toContain(text);
    const [, draftId] = /href="\/surge\/([0-9a-f-]{36})">SR-\d{4}-\d{4}<\/a>/.exec(page) ?? [];
    const kept = (await one(draftId)).request;
    expect(kept).toMatchObject({ state: 'draft', situation: typed.situation, urgencyReason: 'Soon.', endsOn: '2099-03-20' });
    expect(kept.languages).toEqual([{ language: 'fr', level: 3 }]);
    const right = {
      urgencyReason: 'The vote is near.',
      tasks: 'Monitor detention.',
      startsOn: '2099-03-01',
      seats: '2',
      'languages.1.level': '2',
    };
    const sent = await form('/surge', { ...typed, ...right });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/surge/${draftId}`]);
    expect((await one(draftId)).request).toMatchObject({ state: 'submitted', seats: 2, languages: [{}, { language: 'ar' }] });
  });

  it('keeps while somebody types what is right, and says what is not', async () => {
    const typed = { formToken: newId(), version: '', situation: 'Mass arrests.', seats: '50', startsOn: '2099-02-31' };
    const answer = await form('/surge/drafts', typed);
    const part = await answer.text();
    expect(answer.status).toBe(422);
    expect(part).toContain('Not kept: ');
    expect(part).toContain('Ask for 1 to 20 experts.');
    const [, draftId] = /Everything else is kept in the draft <a href="\/surge\/([0-9a-f-]{36})">/.exec(part) ?? [];
    expect((await one(draftId)).request).toMatchObject({ state: 'draft', situation: 'Mass arrests.', seats: 1, startsOn: '' });
    const again = await (await form('/surge/drafts', { ...typed, seats: '2', startsOn: '2099-02-01' })).text();
    expect(again).toContain(`href="/surge/${draftId}"`);
    expect((await one(draftId)).request).toMatchObject({ seats: 2, startsOn: '2099-02-01' });
  });
});

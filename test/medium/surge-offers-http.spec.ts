import type { Role } from '../../src/core/access.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { OfferTokens, SurgeOffer } from '../../src/features/surge/index.js';
import { Database } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';
import { csvSource, RECRUITER } from '../support/roster-desk.js';
import { ASK, surgeRoster } from '../support/surge-desk.js';

const ROLES: readonly Role[] = ['surge-officer', 'agency-focal-point', 'resident-coordinator', 'recruiter', 'auditor'];

describe('offers and releases through the whole app', () => {
  let app: RunningApp;
  const cookies = new Map<string, string>();
  let request: { id: string; version: number };
  let release: { id: string; name: string; country: string };
  let token: string;

  const call = async (who: string, method: string, path: string, body?: object) => {
    const answer = await fetch(`${app.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { cookie: cookies.get(who) ?? '', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return { status: answer.status, text, json: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined };
  };

  beforeAll(async () => {
    app = await startApp();
    for (const role of ROLES) cookies.set(role, await sessionOf(app, role, role === 'resident-coordinator' ? 'KEN' : undefined));
    const roster = surgeRoster(3).replaceAll('external||active', 'interagency|UNDP|active');
    await app.module.get(RosterImporter, { strict: false }).run(csvSource(roster), { actor: RECRUITER });
    let { json } = await call('resident-coordinator', 'POST', '/api/v1/surge-requests', {
      ...ASK,
      startsOn: '2099-01-05',
      endsOn: '2099-01-25',
      travelBefore: 2,
      submit: true,
    });
    for (const step of ['review', 'approve', 'match']) {
      const { id, version } = json.request;
      const reason = step === 'approve' ? 'Grave and close.' : undefined;
      ({ json } = await call('surge-officer', 'POST', `/api/v1/surge-requests/${id}/steps`, { step, version, reason }));
    }
    request = json.request;
  });
  afterAll(() => app?.close());

  it('asks a wave, and the agency at the same time', async () => {
    expect(
      (await call('recruiter', 'POST', `/api/v1/surge-requests/${request.id}/offers`, { wave: 1, version: request.version })).status,
    ).toBe(403);
    expect(
      (await call('surge-officer', 'POST', `/api/v1/surge-requests/${request.id}/offers`, { wave: 0, version: request.version })).status,
    ).toBe(422);
    const sent = await call('surge-officer', 'POST', `/api/v1/surge-requests/${request.id}/offers`, { wave: 1, version: request.version });
    expect([sent.status, sent.json.offers]).toMatchObject([
      201,
      [{ number: 1, standing: 'open', release: { agency: 'UNDP', state: 'asked', reachable: true } }],
    ]);
    const [offer] = await app.module.get(Database, { strict: false }).read.getRepository(SurgeOffer).find();
    token = app.module.get(OfferTokens, { strict: false }).tokenFor(offer?.id ?? '', offer?.nonce ?? '');
  });

  it.each(ROLES.filter((role) => role !== 'agency-focal-point'))('lets %s neither see nor decide releases', async (role) => {
    expect((await call(role, 'GET', '/api/v1/releases')).status).toBe(403);
    expect((await call(role, 'GET', '/releases')).status).toBe(403);
  });

  it('shows the focal point who, where and when, and not the situation', async () => {
    const listed = await call('agency-focal-point', 'GET', '/api/v1/releases');
    [release] = listed.json;
    expect(release).toMatchObject({ country: 'KEN', startsOn: '2099-01-05', travelBefore: 2, travelAfter: 1, open: true, accepted: false });
    const page = await call('agency-focal-point', 'GET', `/releases/${release.id}`);
    expect(page.text).toContain(release.name);
    expect(`${page.text}${listed.text}`).not.toContain('Mass arrests');
    expect((await call('agency-focal-point', 'GET', `/surge/${request.id}`)).status).toBe(403);
  });

  it('takes a question from the link without an account, and gives the answer back there', async () => {
    expect((await call('nobody', 'POST', '/api/v1/offer-questions', { token, question: 'Is there a car?' })).status).toBe(204);
    expect(
      (await call('nobody', 'POST', '/api/v1/offer-questions', { token: `${token.slice(0, -1)}`, question: 'Is there?' })).status,
    ).toBe(404);
    const { json } = await call('surge-officer', 'GET', `/api/v1/surge-requests/${request.id}`);
    const asked = json.offers[0].questions[0];
    const answered = await call('surge-officer', 'POST', `/api/v1/surge-requests/${request.id}/questions/${asked.id}/answer`, {
      answer: 'Yes.',
    });
    expect([answered.status, answered.json.offers[0].questions[0].answer]).toEqual([200, 'Yes.']);
    expect((await call('nobody', 'GET', `/offers/${token}`)).text).toMatch(/The desk:.*Yes\./);
  });

  it('counts the acceptance with the release, which is decided once', async () => {
    const accepted = await call('nobody', 'POST', '/api/v1/offer-answers', { token, answer: 'accept' });
    expect(accepted.json).toMatchObject({ state: 'accepted', standing: 'awaiting-release' });
    const refusal = await call('agency-focal-point', 'POST', `/api/v1/releases/${release.id}/decision`, { decision: 'refuse' });
    expect([refusal.status, refusal.json.errors[0].field]).toEqual([422, 'reason']);
    const granted = await call('agency-focal-point', 'POST', `/api/v1/releases/${release.id}/decision`, { decision: 'grant' });
    expect([granted.status, granted.json.state]).toEqual([200, 'granted']);
    const again = await call('agency-focal-point', 'POST', `/api/v1/releases/${release.id}/decision`, { decision: 'grant' });
    expect([again.status, again.json.code]).toEqual([409, 'release.not-open']);
    const { json } = await call('surge-officer', 'GET', `/api/v1/surge-requests/${request.id}`);
    expect([json.request.state, json.offers[0].standing]).toEqual(['filled', 'firm']);
  });
});

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { ROLES } from '../../src/core/access.js';
import { ERRORS } from '../../src/core/errors.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { Database } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';

interface Route {
  readonly method: string;
  readonly path: string;
}

let app: RunningApp;
let sessions: readonly string[];
let routes: readonly Route[];

beforeAll(async () => {
  app = await startApp();
  const made: string[] = [];
  for (const role of ROLES) made.push(await sessionOf(app, role, role === 'resident-coordinator' ? 'KEN' : undefined));
  sessions = made;
  routes = await apiRoutes();
});
afterAll(() => app?.close());

async function apiRoutes(): Promise<Route[]> {
  const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
}

const send = (method: string, path: string, body: string | Uint8Array<ArrayBuffer> | undefined, session = '', type = 'application/json') =>
  fetch(`${app.url}${path}`, { method, body, headers: { cookie: session, ...(body === undefined ? {} : { 'content-type': type }) } });

const changes = (): Promise<number> => app.module.get(Database, { strict: false }).read.getRepository(AuditEntry).count();

async function expectProblem(answer: Response, status: number, code: keyof typeof ERRORS): Promise<void> {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(await answer.json()).toMatchObject({
    status,
    code,
    type: `/errors#${code}`,
    title: ERRORS[code].title,
    detail: expect.stringMatching(/\.$/),
  });
  expect(answer.status).toBe(status);
}

it('answers a body that is no JSON, is the wrong kind, or is a bomb with a sentence', async () => {
  const [session = ''] = sessions;
  await expectProblem(await send('POST', '/api/v1/posts', '{"country":', session), 400, 'input.malformed');
  await expectProblem(await send('POST', '/api/v1/posts', '<post/>', session, 'application/xml'), 400, 'input.malformed');
  await expectProblem(await send('POST', '/api/v1/posts', '['.repeat(50_000) + ']'.repeat(50_000), session), 400, 'input.malformed');
  await expectProblem(await send('POST', '/api/v1/posts', '{"__proto__": {"admin": true}}', session), 400, 'input.malformed');
  await expectProblem(
    await send('POST', '/api/v1/posts', JSON.stringify({ country: 'x'.repeat(1_100_000) }), session),
    413,
    'input.too-large',
  );
});

it('names a field that does not exist, and changes nothing', async () => {
  const [session = ''] = sessions;
  const before = await changes();
  const answer = await send('POST', '/api/v1/posts', JSON.stringify({ country: 'KEN', salary: 1 }), session);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    code: 'input.invalid',
    errors: [{ field: 'salary', message: 'There is no field salary. Leave it out.' }],
  });
  expect(await changes()).toBe(before);
});

it('knows no address and no method beyond its own', async () => {
  await expectProblem(await send('GET', '/api/v1/nothing', undefined), 404, 'not-found');
  await expectProblem(await send('DELETE', '/api/v1/posts', undefined), 404, 'not-found');
  await expectProblem(await send('GET', '/api/v1/posts', undefined), 401, 'access.sign-in-required');
});

it('takes what has not the shape of an id for something that does not exist', async () => {
  const asking = routes.filter(({ method, path }) => method === 'GET' && /\{id\}/.test(path));
  expect(asking.length).toBeGreaterThan(10);
  for (const { path } of asking) {
    const codes = new Set<string>();
    for (const session of sessions)
      codes.add(
        ((await (await send('GET', path.replaceAll(/\{\w+\}/g, 'not-an-id'), undefined, session)).json()) as { code: string }).code,
      );
    expect([path, [...codes].sort()]).toEqual([path, ['access.not-allowed', 'not-found'].filter((code) => codes.has(code))]);
    expect(codes).toContain('not-found');
  }
});

it('has a documented API to throw things at', () => {
  expect(routes.length).toBeGreaterThan(25);
});

it('never answers with a failure of its own, whatever is sent to whatever route by whomever', async () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.dictionary(
      fc.constantFrom('country', 'level', 'languages', 'email', 'weights', 'startsOn', 'version', 'reason', 'themes'),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  );
  const parameter = fc.oneof(
    fc.constantFrom('KEN', '1', '0', '-1', 'x', '018f0000-0000-7000-8000-000000000000'),
    fc.string({ minLength: 1, maxLength: 20 }).map(encodeURIComponent),
  );
  const query = fc.constantFrom(
    '',
    '?page=-1',
    '?page=x',
    '?size=99999999',
    '?text=%00',
    "?text='%20OR%201=1",
    '?page=1&page=2',
    '?language=xx&level=9',
    '?state=&country=',
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), value, parameter, query, async (routeNumber, who, body, given, search) => {
      const route = routes[routeNumber % routes.length];
      const session = sessions[who % sessions.length];
      if (!route || (route.path.endsWith('/session') && route.method === 'DELETE')) return;
      const path = route.path.replaceAll(/\{\w+\}/g, given || 'x') + search;
      const answer = await send(route.method, path, route.method === 'GET' ? undefined : JSON.stringify(body), session);
      if (answer.status >= 500) throw new Error(`${route.method} ${path} answered ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
    }),
    { numRuns: 600 },
  );
}, 120_000);

it('survives the same at the pages', async () => {
  const fastify = (app.module as NestFastifyApplication).getHttpAdapter().getInstance();
  const pages = fastify.printRoutes({ commonPrefix: false }) as string;
  expect(pages).toContain('surge');
  const paths = [
    '/',
    '/roster',
    '/roster/experts/x',
    '/roster/import',
    '/needs',
    '/needs/KEN',
    '/needs/XXX',
    '/posts',
    '/posts/new',
    '/posts/x',
    '/shortlists/x',
    '/shortlists/x/candidates/0',
    '/surge',
    '/surge/new',
    '/surge/x',
    '/offers/x',
    '/offers/%00',
    '/notices',
    '/accounts',
    '/errors',
  ];
  const body = fc.webQueryParameters();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), fc.option(body), async (path, who, form) => {
      const headers = { cookie: sessions[who % sessions.length] ?? '', 'content-type': 'application/x-www-form-urlencoded' };
      const answer =
        form === null
          ? await fetch(`${app.url}${path}`, { headers })
          : await fetch(`${app.url}${path}`, { method: 'POST', headers, body: form, redirect: 'manual' });
      if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
    }),
    { numRuns: 300 },
  );
}, 120_000);

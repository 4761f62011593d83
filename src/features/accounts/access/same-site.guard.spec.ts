import type { ExecutionContext } from '@nestjs/common';
import { settingsFrom } from '../../../platform/config/index.js';
import { isOwn, type OriginHeaders, SameSiteGuard } from './same-site.guard.js';

const HOST = 'desk.example.org';

describe('isOwn', () => {
  it.each<[boolean, string, OriginHeaders]>([
    [true, 'our own page', { 'sec-fetch-site': 'same-origin', host: HOST }],
    [true, 'the person, by hand', { 'sec-fetch-site': 'none', host: HOST }],
    [false, 'another site', { 'sec-fetch-site': 'cross-site', host: HOST }],
    [false, 'a sibling subdomain', { 'sec-fetch-site': 'same-site', host: HOST }],
    [false, 'another site that also claims our origin', { 'sec-fetch-site': 'cross-site', origin: `https://${HOST}`, host: HOST }],
    [false, 'a value that nobody defined', { 'sec-fetch-site': '', host: HOST }],
    [true, 'an older browser on our page', { origin: `https://${HOST}`, host: HOST }],
    [true, 'the public address behind a proxy', { origin: 'https://public.example.org', host: 'internal:3000' }],
    [false, 'an older browser elsewhere', { origin: 'https://elsewhere.example', host: HOST }],
    [false, 'another port', { origin: `https://${HOST}:8443`, host: HOST }],
    [false, 'the public address without encryption', { origin: 'http://public.example.org', host: 'internal:3000' }],
    [false, 'a document without an origin', { origin: 'null', host: HOST }],
    [true, 'a program', { host: HOST }],
  ])('is %s for %s', (own, _, headers) => {
    expect(isOwn(headers, 'https://public.example.org')).toBe(own);
  });
});

describe('SameSiteGuard', () => {
  const guard = new SameSiteGuard(settingsFrom({}));
  const context = (method: string) =>
    ({
      switchToHttp: () => ({ getRequest: () => ({ method, headers: { 'sec-fetch-site': 'cross-site', host: HOST } }) }),
    }) as unknown as ExecutionContext;

  it.each(['GET', 'HEAD', 'OPTIONS'])('lets a link from elsewhere %s', (method) => expect(guard.canActivate(context(method))).toBe(true));
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY'])('refuses %s from elsewhere', (method) =>
    expect(() => guard.canActivate(context(method))).toThrow('another site'),
  );
});

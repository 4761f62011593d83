import { mayScrape } from './scrape-access.js';

const TOKEN = 'a token of the tests';

describe('metrics may be read', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])('from %s where no token is set', (from) => {
    expect(mayScrape({}, from, undefined)).toBe(true);
  });

  it.each(['10.0.0.7', '2001:db8::1', '::ffff:10.0.0.7', '127.0.0.1.example.org', '', undefined])('not from %s', (from) => {
    expect(mayScrape({}, from, undefined)).toBe(false);
  });

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])('not through a proxy on this machine that says %s', (header) => {
    expect(mayScrape({ [header]: '127.0.0.1' }, '127.0.0.1', undefined)).toBe(false);
  });

  it('from anywhere with the token, and from nowhere without it', () => {
    expect(mayScrape({ authorization: `Bearer ${TOKEN}` }, '10.0.0.7', TOKEN)).toBe(true);
    for (const authorization of [undefined, '', TOKEN, `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, 'Bearer undefined'])
      expect(mayScrape({ ...(authorization === undefined ? {} : { authorization }) }, '127.0.0.1', TOKEN)).toBe(false);
  });
});

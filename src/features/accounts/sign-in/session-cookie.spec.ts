import { cookieName, sessionCookie, tokenIn } from './session-cookie.js';

const TOKEN = `${'A'.repeat(42)}_`;

describe('the session cookie', () => {
  it('is for this site only and out of reach of scripts', () => {
    expect(sessionCookie({ publicUrl: '' }, TOKEN)).toBe(`session=${TOKEN}; Max-Age=86400; Path=/; HttpOnly; SameSite=Lax`);
  });

  it('travels encrypted only, under a name that insists on it, where the service is on https', () => {
    const settings = { publicUrl: 'https://desk.example.org' };
    expect(sessionCookie(settings, TOKEN)).toBe(`__Host-session=${TOKEN}; Max-Age=86400; Path=/; HttpOnly; SameSite=Lax; Secure`);
    expect(tokenIn(`session=${'B'.repeat(43)}; __Host-session=${TOKEN}`, cookieName(settings))).toBe(TOKEN);
  });

  it('is taken away by an empty one', () => expect(sessionCookie({ publicUrl: '' }, null)).toMatch(/^session=; Max-Age=0; /));

  it.each([
    [undefined],
    [''],
    ['session='],
    ['session=short'],
    [`my-session=${TOKEN}`],
    [`session=${TOKEN}x`],
    [`session="${TOKEN}"`],
    [`session=${'%'.repeat(43)}`],
  ])('is not found in %p', (header) => {
    expect(tokenIn(header, 'session')).toBeUndefined();
  });

  it('is found among others', () => expect(tokenIn(`a=1; session=${TOKEN}; b=2`, 'session')).toBe(TOKEN));
});

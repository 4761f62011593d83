import { newPassword, Passwords } from './passwords.js';

describe('Passwords', () => {
  const passwords = new Passwords();
  beforeAll(() => passwords.onModuleInit());

  it('keeps an argon2id hash that the password opens and another does not', async () => {
    const hash = await passwords.hash('a quiet long password');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.matches(hash, 'a quiet long password')).toBe(true);
    expect(await passwords.matches(hash, 'a quiet long passwore')).toBe(false);
  });

  it('opens nothing where there is no account', async () => {
    expect(await passwords.matches(undefined, 'a quiet long password')).toBe(false);
    expect(await passwords.matches(undefined, '')).toBe(false);
  });

  it('hashes two at once, lets forty wait, refuses the rest, and recovers', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => passwords.hash('a quiet long password')));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(42);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'input.too-many-requests' });
    expect(await passwords.hash('a quiet long password')).toMatch(/^\$argon2id/);
  });
});

describe('newPassword', () => {
  it('is long, legible and never the same', () => {
    const made = Array.from({ length: 200 }, newPassword);
    for (const password of made) expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){5}[a-hjkmnp-z2-9]{4}$/);
    expect(new Set(made).size).toBe(200);
  });
});

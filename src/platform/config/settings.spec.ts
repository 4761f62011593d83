import fc from 'fast-check';
import { SETTING_NAMES, SettingsError, settingsFrom } from './settings.js';

const mistakesOf = (variables: Record<string, string>): string[] => {
  try {
    settingsFrom(variables);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message.split('\n');
  }
};

it('has a default for everything, so that nothing needs to be set to begin with', () => {
  expect(settingsFrom({})).toMatchObject({
    dataFolder: './data',
    port: 3000,
    host: '127.0.0.1',
    environment: 'development',
    trustProxy: [],
  });
});

it('takes an empty variable as absent', () => {
  expect(settingsFrom({ DATABASE_URL: ' ', PORT: '' })).toEqual(settingsFrom({}));
});

it.each([
  ['DATABASE_URL', 'mysql://there'],
  ['REDIS_URL', 'localhost:6379'],
  ['SMTP_URL', 'mail.example.org'],
  ['MAIL_FROM', 'nobody'],
  ['PUBLIC_URL', 'https://hra.example.org/desk'],
  ['APP_SECRET', 'too short'],
  ['PORT', '70000'],
  ['PORT', 'many'],
  ['TRUST_PROXY', 'everybody'],
  ['JOB_LEASE_SECONDS', '1'],
  ['JOB_LEASE_SECONDS', 'a while'],
  ['JOBS_KEPT_DAYS', '0'],
  ['METRICS_TOKEN', 'short'],
  ['METRICS_PORT', 'many'],
  ['NODE_ENV', 'staging'],
])('names %s when it is %s', (name, value) => {
  const databaseUrl: Record<string, string> = name === 'REDIS_URL' ? { DATABASE_URL: 'postgres://db/hra' } : {};
  const mistakes = mistakesOf({ ...databaseUrl, [name]: value });
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]).toContain(name);
});

it('tells all mistakes at once', () => {
  expect(mistakesOf({ PORT: 'x', SMTP_URL: 'x', NODE_ENV: 'x' })).toHaveLength(3);
});

it('asks for a secret and a public address in production, and for PostgreSQL where there is Redis', () => {
  expect(mistakesOf({ NODE_ENV: 'production' })).toEqual([expect.stringContaining('APP_SECRET'), expect.stringContaining('PUBLIC_URL')]);
  expect(mistakesOf({ REDIS_URL: 'redis://there' })).toEqual([expect.stringContaining('REDIS_URL needs DATABASE_URL')]);
});

it('never throws anything but its own sentences, whatever the variables hold', () => {
  const variables = fc.dictionary(fc.constantFrom(...Object.keys(SETTING_NAMES)), fc.string());
  fc.assert(fc.property(variables, (given) => void mistakesOf(given)));
});

it('keeps a secret out of what it says', () => {
  expect(mistakesOf({ APP_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
});

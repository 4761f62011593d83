import { refuseBombs } from './body-guards.js';

function nested(levels: number): unknown {
  return Array.from({ length: levels }).reduce<unknown>((inner) => ({ inner }), 'core');
}

it.each([null, undefined, 'text', { a: [1, { b: 2 }] }, nested(12)])('lets an ordinary body pass', (body) => {
  expect(() => refuseBombs(body)).not.toThrow();
});

it('refuses a body that is nested too deeply, however deep', () => {
  expect(() => refuseBombs(nested(13))).toThrow('nested too deeply');
  expect(() => refuseBombs(nested(100_000))).toThrow('nested too deeply');
});

it('refuses a body with too many values', () => {
  expect(() => refuseBombs({ list: Array.from({ length: 20_001 }, () => 0) })).toThrow('too many values');
});

it.each(['toString', 'valueOf', 'toJSON'])('refuses a field called %s, which would break every conversion', (name) => {
  expect(() => refuseBombs({ version: { [name]: 0 } })).toThrow(`No field is called ${name}`);
});

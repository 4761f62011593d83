import { MIGRATIONS } from './index.js';

it('lists every step once, oldest first, as they are run', () => {
  const numbers = MIGRATIONS.map(({ name }) => Number(/\d{13}$/.exec(name)?.[0]));
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});

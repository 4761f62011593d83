import { AS_OF, aQualifiedExpert, aRequirement } from '../../../test/support/experts.js';
import { Pool } from './index.js';
import { valueColumns } from './value-columns.js';

it('is made in pieces even where everybody stands in one run of rows', () => {
  const expert = aQualifiedExpert(1).build();
  const pool = Pool.of(
    Array.from({ length: 45_000 }, (_, index) => ({ ...expert, number: index + 1 })),
    AS_OF,
  );
  const steps = valueColumns(pool, aRequirement());
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses++;
  expect(step.value.size).toBe(45_000);
  expect(pauses).toBeGreaterThan(1);
});

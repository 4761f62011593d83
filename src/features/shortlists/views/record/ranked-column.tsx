import type { Column } from '../../../../web/index.js';
import type { RobustnessView } from '../../run-studies.service.js';
import { PersonName } from '../person.js';

/** The first column of a table of ranked people; leads to the evidence of each. */
export function rankedColumn({ run, names }: Pick<RobustnessView, 'run' | 'names'>): Column<{ rank: number; number: number }> {
  return {
    head: 'Rank and expert',
    cell: ({ rank, number }) => (
      <a href={`/shortlists/${run.id}/candidates/${number}`}>
        {`${rank}. `}
        <PersonName person={{ number, name: names.get(number) ?? null }} />
      </a>
    ),
    names: true,
  };
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DegreeList, DegreeTerm, DegreeTermChange } from '../../core/degree-terms.js';

/** One change of the list of degree names. Rows are only ever added: together with the standard list they are the list. */
@Entity('degree_term_changes')
export class DegreeTermChangeEntity implements DegreeTermChange {
  /** Counts up, so that the order of changes never depends on clocks. */
  @PrimaryColumn('integer') number!: number;
  @Column('varchar') list!: DegreeList;
  @Column('varchar') term!: string;
  @Column('varchar', { nullable: true }) from!: DegreeTerm['value'] | null;
  @Column('varchar', { nullable: true }) to!: DegreeTerm['value'] | null;
  @Column('text') reason!: string;
  @Column('varchar') byAccount!: string;
  @Column('varchar') byName!: string;
  @Column('varchar') at!: string;
}

export const RULES_ENTITIES = [DegreeTermChangeEntity];

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The roster as a run saw it: a list of pieces. Two runs that saw the same share one snapshot. It holds no names. */
@Entity('roster_snapshots')
export class RosterSnapshot {
  /** A hash of the pieces, so that what is equal is kept once. */
  @PrimaryColumn('varchar') id!: string;
  /** How many profiles. */
  @Column('integer') profiles!: number;
  /** Ids of the pieces, in the order of roster numbers. */
  @Column('simple-json') pieces!: string[];
  @Column('varchar') madeAt!: string;
}

/** Profiles with neighbouring roster numbers. Snapshots share the pieces in which nothing has changed. */
@Entity('roster_snapshot_pieces')
export class SnapshotPiece {
  /** SHA-256 of the profiles as JSON, in Base64. */
  @PrimaryColumn('varchar') id!: string;
  @Column('integer') profiles!: number;
  /** The JSON, compressed with Brotli, in Base64. */
  @Column('text') content!: string;
}

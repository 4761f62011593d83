import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';

const text = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({ name, type: 'varchar', ...more });
const ID = text('id', { isPrimary: true });
const OPTIONAL = { isNullable: true } as const;

/** Missions after a place is firm, and their history. */
export class Missions1764000108000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'missions',
        columns: [
          ID,
          text('request_id'),
          text('offer_id'),
          text('reference'),
          text('country'),
          text('expert_id'),
          { name: 'expert_number', type: 'integer' },
          text('state'),
          { name: 'version', type: 'integer' },
          text('starts_on'),
          text('ends_on'),
          { name: 'travel_before', type: 'integer' },
          { name: 'travel_after', type: 'integer' },
          text('planned_ends_on'),
          text('arrived_on', OPTIONAL),
          text('confirmed_at'),
          { name: 'report', type: 'text', ...OPTIONAL },
          text('reported_at', OPTIONAL),
          { name: 'rating', type: 'integer', ...OPTIONAL },
          { name: 'rating_comment', type: 'text', ...OPTIONAL },
          text('rated_at', OPTIONAL),
        ],
        uniques: [{ columnNames: ['offer_id'] }],
        indices: [{ columnNames: ['request_id'] }, { columnNames: ['expert_id'] }, { columnNames: ['state', 'starts_on'] }],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'mission_events',
        columns: [
          ID,
          text('mission_id'),
          text('kind'),
          text('at'),
          text('actor_id'),
          { name: 'reason', type: 'text', ...OPTIONAL },
          text('day', OPTIONAL),
        ],
        indices: [{ columnNames: ['mission_id', 'id'] }],
        foreignKeys: [{ columnNames: ['mission_id'], referencedTableName: 'missions', referencedColumnNames: ['id'], onDelete: 'CASCADE' }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('mission_events');
    await queryRunner.dropTable('missions');
  }
}

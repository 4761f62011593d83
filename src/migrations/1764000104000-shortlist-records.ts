import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** What makes a run a record: the frozen roster in pieces that runs share, written analyses, and who signed. */
export class ShortlistRecords1764000104000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Plain SQL, because the Table API rewrites the whole table on SQLite, and both databases understand this.
    await queryRunner.query('ALTER TABLE shortlist_runs ADD COLUMN snapshot_id varchar');
    await queryRunner.createTable(
      new Table({
        name: 'roster_snapshots',
        columns: [
          { name: 'id', type: 'varchar', isPrimary: true },
          { name: 'profiles', type: 'integer' },
          { name: 'pieces', type: 'text' },
          { name: 'made_at', type: 'varchar' },
        ],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'roster_snapshot_pieces',
        columns: [
          { name: 'id', type: 'varchar', isPrimary: true },
          { name: 'profiles', type: 'integer' },
          { name: 'content', type: 'text' },
        ],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'shortlist_statements',
        columns: [
          { name: 'id', type: 'varchar', isPrimary: true },
          { name: 'run_id', type: 'varchar' },
          { name: 'kind', type: 'varchar' },
          { name: 'text', type: 'text' },
          { name: 'account_id', type: 'varchar' },
          { name: 'name', type: 'varchar' },
          { name: 'role', type: 'varchar' },
          { name: 'made_at', type: 'varchar' },
        ],
        foreignKeys: [
          { columnNames: ['run_id'], referencedTableName: 'shortlist_runs', referencedColumnNames: ['id'], onDelete: 'CASCADE' },
        ],
        indices: [{ columnNames: ['run_id', 'kind'] }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('shortlist_statements');
    await queryRunner.dropTable('roster_snapshot_pieces');
    await queryRunner.dropTable('roster_snapshots');
    await queryRunner.query('ALTER TABLE shortlist_runs DROP COLUMN snapshot_id');
  }
}

import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Shortlist runs: frozen records of what was asked, of whom, and what came out. */
export class Shortlists1764000005000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'shortlist_runs',
        columns: [
          { name: 'id', type: 'varchar', isPrimary: true },
          { name: 'post_id', type: 'varchar' },
          { name: 'post_version', type: 'integer' },
          { name: 'rubric_version', type: 'varchar' },
          { name: 'requirement', type: 'text' },
          { name: 'as_of', type: 'varchar' },
          { name: 'roster_revision', type: 'integer' },
          { name: 'size', type: 'integer' },
          { name: 'considered', type: 'integer' },
          { name: 'eligible', type: 'integer' },
          { name: 'unmet_by_gate', type: 'text' },
          { name: 'run_by', type: 'varchar' },
          { name: 'run_at', type: 'varchar' },
        ],
        indices: [{ columnNames: ['post_id'] }],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'shortlist_candidates',
        columns: [
          { name: 'run_id', type: 'varchar', isPrimary: true },
          { name: 'number', type: 'integer', isPrimary: true },
          { name: 'expert_id', type: 'varchar' },
          { name: 'eligible', type: 'boolean' },
          { name: 'position', type: 'integer' },
          { name: 'total', type: 'integer', isNullable: true },
          { name: 'explanation', type: 'text', isNullable: true },
          { name: 'evidence', type: 'text', isNullable: true },
          { name: 'unmet', type: 'text' },
        ],
        foreignKeys: [
          { columnNames: ['run_id'], referencedTableName: 'shortlist_runs', referencedColumnNames: ['id'], onDelete: 'CASCADE' },
        ],
        indices: [{ columnNames: ['run_id', 'eligible', 'position'] }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('shortlist_candidates');
    await queryRunner.dropTable('shortlist_runs');
  }
}

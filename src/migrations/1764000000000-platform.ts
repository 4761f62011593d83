import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** The outbox and the audit trail. */
export class Platform1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'outbox_jobs',
        columns: [
          { name: 'id', type: 'varchar', isPrimary: true },
          { name: 'name', type: 'varchar' },
          { name: 'payload', type: 'text' },
          { name: 'key', type: 'varchar', isNullable: true },
          { name: 'state', type: 'varchar' },
          { name: 'due_at', type: 'varchar' },
          { name: 'attempts', type: 'integer' },
          { name: 'handovers', type: 'integer' },
          { name: 'handed_until', type: 'varchar', isNullable: true },
          { name: 'locked_until', type: 'varchar', isNullable: true },
          { name: 'failure', type: 'varchar', isNullable: true },
          { name: 'created_at', type: 'varchar' },
          { name: 'finished_at', type: 'varchar', isNullable: true },
        ],
        uniques: [{ columnNames: ['key'] }],
        indices: [{ columnNames: ['state', 'due_at'] }],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'audit_entries',
        columns: [
          { name: 'id', type: 'varchar', isPrimary: true },
          { name: 'at', type: 'varchar' },
          { name: 'actor_id', type: 'varchar' },
          { name: 'action', type: 'varchar' },
          { name: 'subject_kind', type: 'varchar' },
          { name: 'subject_id', type: 'varchar' },
          { name: 'reason', type: 'text', isNullable: true },
          { name: 'details', type: 'text' },
        ],
        indices: [{ columnNames: ['subject_kind', 'subject_id'] }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('audit_entries');
    await queryRunner.dropTable('outbox_jobs');
  }
}

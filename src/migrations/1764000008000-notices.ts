import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** The ledger of notices. */
export class Notices1764000008000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'notices',
        columns: [
          { name: 'id', type: 'varchar', isPrimary: true },
          { name: 'key', type: 'varchar' },
          { name: 'reason', type: 'varchar' },
          { name: 'recipient_kind', type: 'varchar' },
          { name: 'recipient_id', type: 'varchar' },
          { name: 'subject_id', type: 'varchar' },
          { name: 'detail_id', type: 'varchar', isNullable: true },
          { name: 'state', type: 'varchar' },
          { name: 'attempts', type: 'integer' },
          { name: 'created_at', type: 'varchar' },
          { name: 'sent_at', type: 'varchar', isNullable: true },
          { name: 'message_id', type: 'varchar', isNullable: true },
          { name: 'failure', type: 'varchar', isNullable: true },
        ],
        uniques: [{ columnNames: ['key'] }],
        indices: [{ columnNames: ['subject_id'] }, { columnNames: ['state', 'created_at'] }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('notices');
  }
}

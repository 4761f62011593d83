import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

/** What the ledger knows of each notice's way, and the turns of mails by domain. */
export class NoticesWays1764000101000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumns('notices', [
      new TableColumn({ name: 'due_at', type: 'varchar', default: "''" }),
      new TableColumn({ name: 'gathered_in', type: 'varchar', isNullable: true }),
      new TableColumn({ name: 'server_reply', type: 'integer', isNullable: true }),
    ]);
    await queryRunner.query('UPDATE notices SET due_at = created_at');
    await queryRunner.createIndices('notices', [
      new TableIndex({ columnNames: ['state', 'due_at'] }),
      new TableIndex({ columnNames: ['gathered_in'] }),
    ]);
    await queryRunner.createTable(
      new Table({
        name: 'mail_turns',
        columns: [
          { name: 'domain', type: 'varchar', isPrimary: true },
          { name: 'minute', type: 'integer', isPrimary: true },
          { name: 'taken', type: 'integer' },
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('mail_turns');
    const { indices } = (await queryRunner.getTable('notices')) as Table;
    for (const index of indices.filter(({ columnNames }) => columnNames.includes('due_at') || columnNames.includes('gathered_in')))
      await queryRunner.dropIndex('notices', index);
    await queryRunner.dropColumns('notices', ['server_reply', 'gathered_in', 'due_at']);
  }
}

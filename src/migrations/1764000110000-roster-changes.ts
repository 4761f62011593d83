import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Who was changed at which revision of the roster, so that a pool reads these again and nobody else. */
export class RosterChanges1764000110000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'roster_changes',
        columns: [
          { name: 'number', type: 'integer', isPrimary: true },
          { name: 'revision', type: 'integer' },
        ],
        indices: [{ columnNames: ['revision'] }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('roster_changes');
  }
}

import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Changes of the list of degree names. */
export class DegreeTerms1764000105001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'degree_term_changes',
        columns: [
          { name: 'number', type: 'integer', isPrimary: true },
          { name: 'list', type: 'varchar' },
          { name: 'term', type: 'varchar' },
          { name: 'from', type: 'varchar', isNullable: true },
          { name: 'to', type: 'varchar', isNullable: true },
          { name: 'reason', type: 'text' },
          { name: 'by_account', type: 'varchar' },
          { name: 'by_name', type: 'varchar' },
          { name: 'at', type: 'varchar' },
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('degree_term_changes');
  }
}

import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** How far an import has written, so that one that died goes on where it stopped; and how many problems there are in all. */
export class ImportSlices1764000114001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumns('roster_imports', [
      new TableColumn({ name: 'rows_written', type: 'integer', default: 0 }),
      new TableColumn({ name: 'problem_count', type: 'integer', default: 0 }),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumns('roster_imports', ['problem_count', 'rows_written']);
  }
}

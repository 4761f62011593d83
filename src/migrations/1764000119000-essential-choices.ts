import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** Requirements that the Standard TOR names as desirable and a post makes essential. */
export class EssentialChoices1764000119000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumns('posts', [
      new TableColumn({ name: 'essential_parts', type: 'text', default: "'[]'" }),
      new TableColumn({ name: 'essential_skills', type: 'text', default: "'{}'" }),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumns('posts', ['essential_skills', 'essential_parts']);
  }
}

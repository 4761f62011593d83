import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which form last saved a draft, so that it can save over itself and others are told. */
export class DraftForms1764000106001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE surge_requests ADD COLUMN last_form varchar');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE surge_requests DROP COLUMN last_form');
  }
}

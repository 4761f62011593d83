import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an expert agreed to be on the roster. Plain statements: SQLite would copy the table for anything else, and its parts hang on it. */
export class ExpertConsent1764000114000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "experts" ADD COLUMN "consented_on" varchar');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "experts" DROP COLUMN "consented_on"');
  }
}

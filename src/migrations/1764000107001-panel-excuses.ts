import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a member was excused from rating, so that a panel goes on without somebody who cannot. */
export class PanelExcuses1764000107001 implements MigrationInterface {
  // Plain SQL, because the Table API rewrites the whole table on SQLite, and both databases understand this.
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE panel_members ADD COLUMN excused_at varchar');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE panel_members DROP COLUMN excused_at');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first day as it was agreed, because a mission begins with an early arrival. */
export class MissionStarts1764000113001 implements MigrationInterface {
  // Plain SQL, because the Table API rewrites the whole table on SQLite, and both databases understand this.
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("ALTER TABLE missions ADD COLUMN planned_starts_on varchar NOT NULL DEFAULT ''");
    await queryRunner.query('UPDATE missions SET planned_starts_on = starts_on');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE missions DROP COLUMN planned_starts_on');
  }
}

import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** Past requests are listed by when they left the queue, of all countries or of one. */
const PAST = [
  ['stopped_at', 'id'],
  ['country', 'stopped_at', 'id'],
].map((columnNames) => new TableIndex({ columnNames }));

/** What lines of a request's history tell beyond their reason; past requests found as fast among many as among few. */
export class SurgeDesk1764000106000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE surge_events ADD COLUMN details text');
    // Drafts that were stood down had no such moment before, because they never had a clock.
    await queryRunner.query(`
      UPDATE surge_requests SET stopped_at = created_at
      WHERE stopped_at IS NULL AND state IN ('declined', 'stood-down', 'deployed', 'completed', 'closed')`);
    for (const index of PAST) await queryRunner.createIndex('surge_requests', index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const index of PAST) await queryRunner.dropIndex('surge_requests', index);
    await queryRunner.query('UPDATE surge_requests SET stopped_at = NULL WHERE submitted_at IS NULL');
    await queryRunner.query('ALTER TABLE surge_events DROP COLUMN details');
  }
}

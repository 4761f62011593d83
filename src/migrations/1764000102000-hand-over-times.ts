import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/**
 * One moment at which a job is handed over next, with an index of its own, in place of two conditions on two columns: a
 * look for due jobs then costs what it finds, not what lies in the queue. It is empty when the job is over.
 */
export class HandOverTimes1764000102000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.renameColumn('outbox_jobs', 'handed_until', 'hand_at');
    await queryRunner.query("UPDATE outbox_jobs SET hand_at = CASE WHEN state = 'pending' THEN due_at ELSE NULL END");
    await queryRunner.createIndex('outbox_jobs', new TableIndex({ columnNames: ['hand_at'] }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex('outbox_jobs', new TableIndex({ columnNames: ['hand_at'] }));
    await queryRunner.renameColumn('outbox_jobs', 'hand_at', 'handed_until');
  }
}

import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { newId } from '../platform/database/index.js';

const text = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({ name, type: 'varchar', ...more });
const OPTIONAL = { isNullable: true } as const;

/** What was offered instead of declined missions, so that it can be taken up; and which request follows another. */
export class Alternatives1764000113000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Plain SQL, because the Table API rewrites the whole table on SQLite, and both databases understand this.
    await queryRunner.query('ALTER TABLE surge_requests ADD COLUMN follows_id varchar');
    await queryRunner.createTable(
      new Table({
        name: 'surge_alternatives',
        columns: [
          text('id', { isPrimary: true }),
          text('request_id'),
          text('alternative'),
          text('state'),
          text('offered_at'),
          text('answered_at', OPTIONAL),
          { name: 'answer_reason', type: 'text', ...OPTIONAL },
          text('follow_up_id', OPTIONAL),
          { name: 'who', type: 'text', ...OPTIONAL },
          text('until', OPTIONAL),
          text('arranged_at', OPTIONAL),
        ],
        uniques: [{ columnNames: ['request_id', 'alternative'] }],
        indices: [{ columnNames: ['state'] }],
        foreignKeys: [
          { columnNames: ['request_id'], referencedTableName: 'surge_requests', referencedColumnNames: ['id'], onDelete: 'CASCADE' },
        ],
      }),
    );
    await this.fromHistory(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('surge_alternatives');
    await queryRunner.query('ALTER TABLE surge_requests DROP COLUMN follows_id');
  }

  /** What was offered before stands in the history of the requests only. */
  private async fromHistory(queryRunner: QueryRunner): Promise<void> {
    const declined: { request_id: string; at: string; details: string }[] = await queryRunner.query(
      "SELECT request_id, at, details FROM surge_events WHERE kind = 'decline' AND details LIKE '%alternatives%'",
    );
    const places = queryRunner.dataSource.driver.options.type === 'postgres' ? '$1, $2, $3, $4, $5' : '?, ?, ?, ?, ?';
    for (const { request_id, at, details } of declined)
      for (const alternative of (JSON.parse(details) as { alternatives?: string[] }).alternatives ?? [])
        await queryRunner.query(`INSERT INTO surge_alternatives (id, request_id, alternative, state, offered_at) VALUES (${places})`, [
          newId(),
          request_id,
          alternative,
          'offered',
          at,
        ]);
  }
}

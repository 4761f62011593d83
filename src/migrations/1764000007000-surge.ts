import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';

const text = (name: string): TableColumnOptions => ({ name, type: 'varchar' });
const optional = (name: string): TableColumnOptions => ({ name, type: 'varchar', isNullable: true });
const prose = (name: string): TableColumnOptions => ({ name, type: 'text' });
const number = (name: string): TableColumnOptions => ({ name, type: 'integer' });
const id: TableColumnOptions = { name: 'id', type: 'varchar', isPrimary: true };
const ofRequest = {
  columnNames: ['request_id'],
  referencedTableName: 'surge_requests',
  referencedColumnNames: ['id'],
  onDelete: 'CASCADE',
};

/** Surge requests with their history, the offers made for them, and the counter that numbers them. */
export class Surge1764000007000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'surge_requests',
        columns: [
          id,
          text('reference'),
          optional('form_key'),
          text('country'),
          text('state'),
          number('version'),
          text('urgency'),
          prose('urgency_reason'),
          number('severity'),
          prose('situation'),
          prose('tasks'),
          text('starts_on'),
          text('ends_on'),
          number('seats'),
          text('level'),
          prose('languages'),
          prose('themes'),
          prose('hosting'),
          prose('security'),
          text('funding_source'),
          text('move'),
          text('created_by'),
          text('created_at'),
          optional('officer_id'),
          optional('submitted_at'),
          optional('paused_at'),
          number('paused_seconds'),
          optional('stopped_at'),
        ],
        uniques: [{ columnNames: ['reference'] }, { columnNames: ['form_key'] }],
        indices: [{ columnNames: ['state', 'created_at'] }, { columnNames: ['country', 'state'] }],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'surge_events',
        columns: [
          id,
          text('request_id'),
          text('kind'),
          text('at'),
          text('actor_id'),
          optional('from_state'),
          optional('to_state'),
          { name: 'reason', type: 'text', isNullable: true },
          optional('offer_id'),
        ],
        foreignKeys: [ofRequest],
        indices: [{ columnNames: ['request_id', 'id'] }],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'surge_offers',
        columns: [
          id,
          text('request_id'),
          text('expert_id'),
          number('expert_number'),
          text('state'),
          text('token_hash'),
          text('nonce'),
          text('deadline'),
          text('sent_at'),
          text('sent_by'),
          number('total'),
          optional('answered_at'),
          { name: 'answer_reason', type: 'text', isNullable: true },
        ],
        uniques: [{ columnNames: ['token_hash'] }],
        foreignKeys: [ofRequest],
        indices: [{ columnNames: ['request_id', 'state'] }, { columnNames: ['expert_id'] }],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'surge_counters',
        columns: [{ name: 'year', type: 'integer', isPrimary: true }, number('last')],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['surge_counters', 'surge_offers', 'surge_events', 'surge_requests']) await queryRunner.dropTable(table);
  }
}

import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions, TableExclusion } from 'typeorm';

const NAME = 'reservations_no_overlap';
const DAYS = `"expert_id" WITH =, int4range("from_day", "to_day", '[]') WITH &&`;
const BLOCKING = { name: NAME, expression: `USING gist (${DAYS}) WHERE ("state" = 'active' AND "kind" <> 'noted')` };
const ACTIVE = { name: NAME, expression: `USING gist (${DAYS}) WHERE ("state" = 'active')` };

/** Plain statements, which both databases know: a table that is made anew would lose its triggers on SQLite. */
const COLUMNS: readonly (readonly [table: string, column: string, definition: string])[] = [
  ['reservations', 'kind', `varchar NOT NULL DEFAULT 'firm'`],
  ['surge_requests', 'travel_before', 'integer NOT NULL DEFAULT 1'],
  ['surge_requests', 'travel_after', 'integer NOT NULL DEFAULT 1'],
  ['surge_requests', 'holding', `varchar NOT NULL DEFAULT 'on-acceptance'`],
  ['surge_requests', 'unmatched_since', 'varchar'],
  ['surge_offers', 'firm_at', 'varchar'],
];

const text = (name: string): TableColumnOptions => ({ name, type: 'varchar' });
const optional = (name: string): TableColumnOptions => ({ name, type: 'varchar', isNullable: true });
const id: TableColumnOptions = { name: 'id', type: 'varchar', isPrimary: true };
const ofOffer = { columnNames: ['offer_id'], referencedTableName: 'surge_offers', referencedColumnNames: ['id'], onDelete: 'CASCADE' };

/** Releases by agencies, questions of experts, days noted or held before they are firm, days of travel. */
export class Offers1764000103000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, column, definition] of COLUMNS) await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN ${column} ${definition}`);
    await queryRunner.query(`UPDATE surge_offers SET firm_at = answered_at WHERE state = 'accepted'`);
    await refuseOverlaps(queryRunner, BLOCKING, `AND NEW.kind <> 'noted'`, `AND held.kind <> 'noted'`);
    await queryRunner.createTable(
      new Table({
        name: 'surge_releases',
        columns: [
          id,
          text('offer_id'),
          text('request_id'),
          text('agency'),
          text('state'),
          text('asked_at'),
          text('deadline'),
          optional('decided_at'),
          optional('decided_by'),
          { name: 'reason', type: 'text', isNullable: true },
        ],
        uniques: [{ columnNames: ['offer_id'] }],
        foreignKeys: [ofOffer],
        indices: [{ columnNames: ['agency', 'state'] }, { columnNames: ['request_id'] }],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'surge_questions',
        columns: [
          id,
          text('offer_id'),
          text('request_id'),
          text('asked_at'),
          { name: 'question', type: 'text' },
          optional('answered_at'),
          optional('answered_by'),
          { name: 'answer', type: 'text', isNullable: true },
        ],
        foreignKeys: [ofOffer],
        indices: [{ columnNames: ['offer_id'] }, { columnNames: ['request_id'] }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('surge_questions');
    await queryRunner.dropTable('surge_releases');
    await queryRunner.query(`DELETE FROM reservations WHERE kind <> 'firm'`);
    await refuseOverlaps(queryRunner, ACTIVE, '', '');
    for (const [table, column] of [...COLUMNS].reverse()) await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
  }
}

/** Replaces what refuses two reservations of a person on one day: a constraint on PostgreSQL, triggers on SQLite. */
async function refuseOverlaps(
  queryRunner: QueryRunner,
  constraint: { name: string; expression: string },
  whenNew: string,
  whenHeld: string,
): Promise<void> {
  if (queryRunner.dataSource.driver.options.type === 'postgres') {
    await queryRunner.query(`ALTER TABLE reservations DROP CONSTRAINT ${NAME}`);
    await queryRunner.createExclusionConstraint('reservations', new TableExclusion(constraint));
    return;
  }
  for (const event of ['INSERT', 'UPDATE']) {
    const trigger = `${NAME}_${event.toLowerCase()}`;
    await queryRunner.query(`DROP TRIGGER ${trigger}`);
    await queryRunner.query(`
      CREATE TRIGGER ${trigger} BEFORE ${event} ON reservations
      WHEN NEW.state = 'active' ${whenNew} AND EXISTS (
        SELECT 1 FROM reservations AS held
        WHERE held.expert_id = NEW.expert_id AND held.state = 'active' ${whenHeld} AND held.id <> NEW.id
          AND held.from_day <= NEW.to_day AND NEW.from_day <= held.to_day)
      BEGIN SELECT RAISE(ABORT, 'reservation.overlap'); END`);
  }
}

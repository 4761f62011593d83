import { type MigrationInterface, type QueryRunner, Table, TableExclusion } from 'typeorm';

const NO_OVERLAP = {
  name: 'reservations_no_overlap',
  expression: `USING gist ("expert_id" WITH =, int4range("from_day", "to_day", '[]') WITH &&) WHERE ("state" = 'active')`,
};

/** Days held for missions. No two active ones of a person share a day: the database refuses it on both kinds. */
export class Deployments1764000006000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'reservations',
        columns: [
          { name: 'id', type: 'varchar', isPrimary: true },
          { name: 'expert_id', type: 'varchar' },
          { name: 'request_id', type: 'varchar' },
          { name: 'offer_id', type: 'varchar' },
          { name: 'starts_on', type: 'varchar' },
          { name: 'ends_on', type: 'varchar' },
          { name: 'from_day', type: 'integer' },
          { name: 'to_day', type: 'integer' },
          { name: 'state', type: 'varchar' },
          { name: 'created_at', type: 'varchar' },
          { name: 'released_at', type: 'varchar', isNullable: true },
        ],
        uniques: [{ columnNames: ['offer_id'] }],
        checks: [{ name: 'reservations_days_in_order', expression: '"to_day" >= "from_day"' }],
        indices: [{ columnNames: ['expert_id'] }, { columnNames: ['request_id'] }, { columnNames: ['state', 'from_day'] }],
      }),
    );
    if (queryRunner.dataSource.driver.options.type === 'postgres') await excludeOverlaps(queryRunner);
    else await triggerOnOverlaps(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('reservations');
  }
}

async function excludeOverlaps(queryRunner: QueryRunner): Promise<void> {
  try {
    await queryRunner.query('CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public');
  } catch (cause) {
    throw new Error(
      'The PostgreSQL extension btree_gist is needed to make double booking impossible, and this database user may not create it. ' +
        'Have an administrator run "CREATE EXTENSION btree_gist SCHEMA public;" in this database once, then start again.',
      { cause },
    );
  }
  await queryRunner.createExclusionConstraint('reservations', new TableExclusion(NO_OVERLAP));
}

/** SQLite has no exclusion constraint; the error text is what platform/database recognises. */
async function triggerOnOverlaps(queryRunner: QueryRunner): Promise<void> {
  for (const event of ['INSERT', 'UPDATE']) {
    await queryRunner.query(`
      CREATE TRIGGER reservations_no_overlap_${event.toLowerCase()} BEFORE ${event} ON reservations
      WHEN NEW.state = 'active' AND EXISTS (
        SELECT 1 FROM reservations AS held
        WHERE held.expert_id = NEW.expert_id AND held.state = 'active' AND held.id <> NEW.id
          AND held.from_day <= NEW.to_day AND NEW.from_day <= held.to_day)
      BEGIN SELECT RAISE(ABORT, 'reservation.overlap'); END`);
  }
}

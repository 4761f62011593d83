import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner, Table } from 'typeorm';
import type { Schema, Tx } from '../../src/platform/database/index.js';
import { isUniqueViolation, lockRow } from '../../src/platform/database/index.js';
import { onEveryDatabaseOf } from '../support/databases-of.js';

@Entity('pairs')
class Pair {
  @PrimaryColumn('varchar')
  id!: string;

  /** Every transaction writes both halves or none, so a reader that sees one half alone has read something dirty. */
  @PrimaryColumn('varchar')
  half!: string;
}

@Entity('counters')
class Counter {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('integer')
  value!: number;
}

class Pairs1764000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const key = (name: string) => ({ name, type: 'varchar', isPrimary: true });
    await queryRunner.createTable(new Table({ name: 'pairs', columns: [key('id'), key('half')] }));
    await queryRunner.createTable(new Table({ name: 'counters', columns: [key('id'), { name: 'value', type: 'integer' }] }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('pairs');
    await queryRunner.dropTable('counters');
  }
}

const SCHEMA: Schema = { entities: [Pair, Counter], migrations: [Pairs1764000000001] };
const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

onEveryDatabaseOf(SCHEMA, (open) => {
  it('keeps 1,000 transactions apart, of which a fifth fail, with plain writes and reads between them', async () => {
    const { database } = await open();
    const dirty: string[] = [];

    const writeBoth = (number: number) => async (tx: Tx) => {
      await tx.getRepository(Pair).insert({ id: `t${number}`, half: 'a' });
      await breath();
      await tx.getRepository(Pair).insert({ id: `t${number}`, half: 'b' });
      if (number % 5 === 0) throw new Error('on purpose');
    };
    const transactions = Array.from({ length: 1000 }, (_, number) => database.transaction(writeBoth(number)));
    const plain = Array.from({ length: 200 }, async (_, number) => {
      await database.read.getRepository(Pair).insert({ id: `p${number}`, half: 'a' });
      const odd: { id: string }[] = await database.read.query("SELECT id FROM pairs WHERE id LIKE 't%' GROUP BY id HAVING COUNT(*) <> 2");
      dirty.push(...odd.map(({ id }) => id));
    });

    const outcomes = await Promise.allSettled(transactions);
    await Promise.all(plain);

    expect(dirty).toEqual([]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(200);
    const rows = await database.read.getRepository(Pair).find();
    const expected = [
      ...Array.from({ length: 1000 }, (_, number) => number)
        .filter((number) => number % 5 !== 0)
        .flatMap((number) => [`t${number}a`, `t${number}b`]),
      ...Array.from({ length: 200 }, (_, number) => `p${number}a`),
    ];
    expect(rows.map(({ id, half }) => id + half).sort()).toEqual(expected.sort());
  });

  it('loses no increment when 50 lock the same row', async () => {
    const { database } = await open();
    await database.read.getRepository(Counter).insert({ id: 'one', value: 0 });
    const increment = async (tx: Tx) => {
      const counter = await lockRow(tx, Counter, { id: 'one' });
      await breath();
      await tx.getRepository(Counter).update({ id: 'one' }, { value: (counter?.value ?? 0) + 1 });
    };
    await Promise.all(Array.from({ length: 50 }, () => database.transaction(increment)));
    expect(await database.read.getRepository(Counter).findOneBy({ id: 'one' })).toEqual({ id: 'one', value: 50 });
  });

  it('refuses another connection inside a transaction instead of waiting for itself', async () => {
    const { database } = await open();
    const outside = database.read.getRepository(Counter);
    await expect(database.transaction(() => database.read.query('SELECT 1'))).rejects.toThrow('must use its `tx`');
    await expect(database.transaction(() => outside.find())).rejects.toThrow('must use its `tx`');
    await expect(database.transaction(() => database.transaction(async () => undefined))).rejects.toThrow('must use its `tx`');
    expect(await outside.find()).toEqual([]);
  });

  it('lets go of the lock when a transaction fails, and names a unique violation on either database', async () => {
    const { database } = await open();
    const twice = database.transaction(async (tx) => {
      await tx.getRepository(Counter).insert({ id: 'same', value: 1 });
      await tx.getRepository(Counter).insert({ id: 'same', value: 2 });
    });
    const failure: unknown = await twice.catch((error: unknown) => error);
    expect(isUniqueViolation(failure)).toBe(true);
    expect(await database.read.getRepository(Counter).count()).toBe(0);
  });
});

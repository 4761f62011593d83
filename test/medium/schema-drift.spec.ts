import { onEveryDatabase } from '../support/databases.js';

onEveryDatabase((open, dialect) => {
  it('has tables exactly as the entities describe them', async () => {
    const { database } = await open();
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('can take back every migration and do it again', async () => {
    const { database } = await open();
    const { dataSource } = database;
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration({ transaction: 'each' });
    const left: { name: string }[] = await dataSource.query(
      dialect === 'postgres'
        ? "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migrations'"
        : "SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger') AND name NOT LIKE 'sqlite_%' AND name <> 'migrations'",
    );
    expect(left.map(({ name }) => name)).toEqual([]);
    expect(await dataSource.runMigrations({ transaction: 'each' })).toHaveLength(dataSource.migrations.length);
  });

  if (dialect === 'sqlite') {
    it('keeps every commit and wipes what is deleted', async () => {
      const { database } = await open();
      const pragma = async (name: string): Promise<unknown> =>
        Object.values(((await database.read.query(`PRAGMA ${name}`)) as object[])[0] ?? {})[0];
      expect(await Promise.all(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout', 'secure_delete'].map(pragma))).toEqual([
        'wal',
        2,
        1,
        5000,
        1,
      ]);
    });
  }
});

import { Redis } from 'ioredis';
import { Platform1764000000000 } from '../../src/migrations/1764000000000-platform.js';
import { onEveryDatabaseOf } from '../support/databases-of.js';
import { withRedis } from '../support/redis.js';

onEveryDatabaseOf({ entities: [], migrations: [Platform1764000000000] }, (open, dialect) => {
  it.each([1, 2, 3, 4])('gives every test a database of its own (%i)', async () => {
    const { database, settings } = await open();
    expect(database.dialect).toBe(dialect);
    expect(Boolean(settings.databaseUrl)).toBe(dialect === 'postgres');
    await database.read.query('CREATE TABLE mine (id integer)');
    expect(await database.read.query('SELECT * FROM mine')).toEqual([]);
  });
});

withRedis('a Redis of its own', (redis) => {
  it('keeps what is written until it is flushed', async () => {
    const client = new Redis(redis().url);
    try {
      await client.set('name', 'value');
      expect(await client.get('name')).toBe('value');
      await redis().flush();
      expect(await client.get('name')).toBeNull();
    } finally {
      client.disconnect();
    }
  });
});

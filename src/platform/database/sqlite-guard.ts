import type { DataSource, QueryRunner } from 'typeorm';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { Breath } from './breath.js';
import { FirstComeLock, type Release } from './first-come-lock.js';

type SqliteDriver = BetterSqlite3QueryRunner['driver'];
type StatementCache = Map<string, unknown>;

/**
 * TypeORM hands the same query runner to every caller on SQLite, so that one caller's rollback takes another's rows.
 * Here every caller gets its own, and a first-in-first-out lock on the one connection is held from BEGIN IMMEDIATE to
 * COMMIT or ROLLBACK. Plain statements wait for it as well: they neither see nor join somebody else's transaction. When a
 * turn of the event loop has lasted long, the next statement waits for another one.
 *
 * Touches internals of TypeORM, which is why its version is pinned; test/medium/sqlite-guard.spec.ts is the proof.
 */
export function guardSqlite(dataSource: DataSource): void {
  const driver = dataSource.driver as SqliteDriver;
  const lock = new FirstComeLock();
  const statements: StatementCache = new Map();
  const breath = new Breath();
  driver.createQueryRunner = () => new GuardedQueryRunner(driver, lock, breath, statements);
}

class GuardedQueryRunner extends BetterSqlite3QueryRunner {
  private held: Release | undefined;

  constructor(
    driver: SqliteDriver,
    private readonly lock: FirstComeLock,
    private readonly breath: Breath,
    statements: StatementCache,
  ) {
    super(driver);
    Reflect.set(this, 'stmtCache', statements); // prepared once for the connection, not once for each caller
  }

  override async startTransaction(...[isolationLevel]: Parameters<QueryRunner['startTransaction']>): Promise<void> {
    if (this.held) return super.startTransaction(isolationLevel);
    this.held = await this.lock.acquire();
    try {
      await super.startTransaction(isolationLevel);
    } catch (error) {
      this.isTransactionActive = false;
      this.letGo();
      throw error;
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    this.letGoWhenOver();
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      await super.rollbackTransaction();
    } finally {
      this.letGoWhenOver();
    }
  }

  override async release(): Promise<void> {
    if (this.held && this.isTransactionActive) await this.rollbackTransaction();
    this.letGo();
    await super.release();
  }

  override async query(
    query: string,
    parameters: unknown[] = [],
    useStructuredResult = false,
  ): ReturnType<BetterSqlite3QueryRunner['query']> {
    const statement = query === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : query;
    if (this.held) {
      await this.breath.whenDue();
      return super.query(statement, parameters, useStructuredResult);
    }
    const letGo = await this.lock.acquire();
    try {
      await this.breath.whenDue();
      return await super.query(statement, parameters, useStructuredResult);
    } finally {
      letGo();
    }
  }

  private letGoWhenOver(): void {
    if (!this.isTransactionActive) this.letGo();
  }

  private letGo(): void {
    this.held?.();
    this.held = undefined;
  }
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource, type EntityManager, type EntityTarget, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import { v7 } from 'uuid';
import { insideTransaction, refuseInsideTransaction } from './transaction-context.js';

declare const transactional: unique symbol;

/** The entity manager of an open transaction. Only `Database.transaction` makes one, so what takes a `Tx` runs inside one. */
export type Tx = EntityManager & { readonly [transactional]: true };

/** The way to the database for every service. */
@Injectable()
export class Database implements OnApplicationShutdown {
  constructor(readonly dataSource: DataSource) {}

  get dialect(): 'sqlite' | 'postgres' {
    return this.dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
  }

  /** For statements outside a transaction. Throws when used inside one. */
  get read(): EntityManager {
    refuseInsideTransaction();
    return this.dataSource.manager;
  }

  /** All of the work or none of it. Transactions do not nest: a second one inside throws. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    refuseInsideTransaction();
    const runner = this.dataSource.createQueryRunner();
    try {
      return await insideTransaction(() => runner.manager.transaction((manager) => work(manager as Tx)));
    } finally {
      await runner.release();
    }
  }

  /** How many connections this process has to PostgreSQL, and how many callers wait for one; null on SQLite. */
  connections(): { total: number; idle: number; waiting: number } | null {
    if (this.dialect === 'sqlite') return null;
    const { totalCount, idleCount, waitingCount } = (this.dataSource.driver as unknown as { master: Pool }).master;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** The row, locked until the transaction ends. SQLite lets one transaction write at a time, so there it is just read. */
export function lockRow<E extends ObjectLiteral>(tx: Tx, entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<E | null> {
  const locks = tx.dataSource.options.type === 'postgres';
  return tx.getRepository(entity).findOne({ where, ...(locks ? { lock: { mode: 'pessimistic_write' } } : {}) });
}

/** A new identifier: a UUID of version 7, so that rows made later sort later. */
export function newId(): string {
  return v7();
}

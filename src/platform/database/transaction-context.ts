import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known about the transaction that the running code is inside of. */
interface OpenTransaction {
  open: boolean;
  readonly afterCommit: (() => void)[];
}

const current = new AsyncLocalStorage<OpenTransaction>();

/**
 * Using a connection of one's own inside a transaction would wait for a lock that the same code holds (SQLite), or act
 * outside the transaction unseen (PostgreSQL). Both are mistakes in the program and become an error at once.
 */
export function refuseInsideTransaction(): void {
  if (current.getStore()?.open) {
    throw new Error('Inside a transaction every statement must use its `tx`. Something used `read` or a repository of its own.');
  }
}

/** Runs work as one transaction's; what was put into `afterCommit` is called once it has returned well. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  refuseInsideTransaction();
  const transaction: OpenTransaction = { open: true, afterCommit: [] };
  try {
    const result = await current.run(transaction, work);
    transaction.open = false;
    for (const call of transaction.afterCommit) call();
    return result;
  } finally {
    transaction.open = false;
  }
}

/** Remembers a call for the moment at which the surrounding transaction has been committed. */
export function afterCommit(call: () => void): void {
  const transaction = current.getStore();
  if (!transaction?.open) throw new Error('afterCommit is only for code inside a transaction.');
  transaction.afterCommit.push(call);
}

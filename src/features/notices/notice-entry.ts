import { newId, type Tx } from '../../platform/database/index.js';
import { Notice } from './notice.entity.js';

/** What a new line of the ledger is told. */
export type NewNotice = Pick<Notice, 'key' | 'reason' | 'recipientKind' | 'recipientId' | 'subjectId' | 'detailId' | 'createdAt' | 'dueAt'>;

/**
 * Enters a line under its key, or finds the one that is there: whoever comes second gets the first one's row, without an
 * error that would end the transaction.
 */
export async function enterNotice(tx: Tx, notice: NewNotice): Promise<{ notice: Notice; isNew: boolean }> {
  const row: Notice = {
    ...notice,
    id: newId(),
    state: 'expected',
    attempts: 0,
    gatheredIn: null,
    sentAt: null,
    messageId: null,
    serverReply: null,
    failure: null,
  };
  await tx.getRepository(Notice).createQueryBuilder().insert().values(row).orIgnore().updateEntity(false).execute();
  const kept = await tx.getRepository(Notice).findOneByOrFail({ key: notice.key });
  return { notice: kept, isNew: kept.id === row.id };
}

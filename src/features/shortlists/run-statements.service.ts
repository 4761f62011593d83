import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import type { AnalysisReason } from '../../core/balance.js';
import { DomainError } from '../../core/errors.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow, newId, type Tx } from '../../platform/database/index.js';
import { RunStudies } from './run-studies.service.js';
import { ShortlistRun, ShortlistStatement, type StatementKind } from './shortlist.entity.js';

/** What people state about a run: the written analysis of a thin list, and the sign-off. Both stay as they were written. */
@Injectable()
export class RunStatements {
  constructor(
    private readonly database: Database,
    private readonly studies: RunStudies,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Statements of the run, oldest first. The caller has decided that the run may be seen. */
  async of(runId: string): Promise<ShortlistStatement[]> {
    return this.database.read.getRepository(ShortlistStatement).find({ where: { runId }, order: { id: 'ASC' } });
  }

  /** Writes down why the list is as it is. Throws 'not-found'. */
  async analyse(runId: string, text: string, me: Actor): Promise<ShortlistStatement> {
    const { asksFor } = await this.studies.balance(runId, me);
    return this.database.transaction((tx) => this.write(tx, runId, 'analysis', text, { asksFor }, me));
  }

  /**
   * Signs the list with name, role and time. Throws 'shortlist.analysis-needed' while the list asks for an analysis that
   * nobody has written, and 'shortlist.signed' for a second signature of the same account.
   */
  async sign(runId: string, remark: string, me: Actor): Promise<ShortlistStatement> {
    const { asksFor } = await this.studies.balance(runId, me);
    return this.database.transaction(async (tx) => {
      await lockRow(tx, ShortlistRun, { id: runId });
      const statements = await tx.getRepository(ShortlistStatement).findBy({ runId });
      if (asksFor.length > 0 && !statements.some(({ kind }) => kind === 'analysis'))
        throw new DomainError('shortlist.analysis-needed', `${needWords(asksFor)} Write the analysis first; then sign.`);
      if (statements.some(({ kind, accountId }) => kind === 'sign-off' && accountId === me.accountId))
        throw new DomainError('shortlist.signed', 'Your signature stands on this list already.');
      return this.write(tx, runId, 'sign-off', remark, {}, me);
    });
  }

  private async write(
    tx: Tx,
    runId: string,
    kind: StatementKind,
    text: string,
    details: Readonly<Record<string, unknown>>,
    me: Actor,
  ): Promise<ShortlistStatement> {
    const { accountId, name, role } = me;
    const statement = { id: newId(), runId, kind, text, accountId, name, role, madeAt: this.clock.iso() };
    await tx.getRepository(ShortlistStatement).insert(statement);
    const action = kind === 'analysis' ? 'shortlist.analysed' : 'shortlist.signed';
    await this.audit.record(tx, { actor: me, action, subject: { kind: 'shortlist', id: runId }, details });
    return statement;
  }
}

function needWords(asksFor: readonly AnalysisReason[]): string {
  const words = { 'fewer-than-two': 'Fewer than two people are on this list.', 'no-woman': 'No woman is on this list.' };
  return asksFor.map((reason) => words[reason]).join(' ');
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access.js';
import { type DegreeProposal, type DegreeTerm, degreeTerms, proposeDegree, termChange } from '../../core/degree-terms.js';
import { DomainError } from '../../core/errors.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, isUniqueViolation } from '../../platform/database/index.js';
import { DegreeTermChangeEntity } from './degree-term-change.entity.js';
import type { DegreeTermDto } from './rules.dto.js';

/** The list of degree names as it stands, and every change that was ever made to it, oldest first. */
export interface DegreeTermsView {
  readonly terms: readonly DegreeTerm[];
  readonly history: readonly DegreeTermChangeEntity[];
}

/** How names of degrees and subjects are read: a list that administrators change, and proposals from it. */
@Injectable()
export class DegreeTerms {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async show(): Promise<DegreeTermsView> {
    const history = await changesIn(this.database.read);
    return { terms: degreeTerms(history), history };
  }

  /** What the list reads in a title. A person confirms it. */
  async propose(title: string): Promise<DegreeProposal> {
    return proposeDegree(title, await termsIn(this.database.read));
  }

  /** Adds, changes or takes out a term, with a reason. Throws 'input.invalid', or 'conflict.stale' when two change at once. */
  async change(dto: DegreeTermDto, me: Actor): Promise<DegreeTermChangeEntity> {
    try {
      return await this.database.transaction(async (tx) => {
        const history = await changesIn(tx);
        const row = tx.getRepository(DegreeTermChangeEntity).create({
          ...termChange(dto, degreeTerms(history)),
          number: history.length + 1,
          byAccount: me.accountId,
          byName: me.name,
          at: this.clock.iso(),
        });
        await tx.getRepository(DegreeTermChangeEntity).insert(row);
        const { list, term, from, to, reason } = row;
        await this.audit.record(tx, {
          actor: me,
          action: 'degree-term.changed',
          subject: { kind: 'degree-term', id: `${list} ${term}` },
          reason,
          details: { from, to },
        });
        return row;
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new DomainError('conflict.stale', 'Somebody else changed the list in the meantime. Load it again and repeat your change.');
    }
  }
}

/** The list as it stands, for whoever reads titles in a transaction or in an import. */
export async function termsIn(manager: EntityManager): Promise<DegreeTerm[]> {
  return degreeTerms(await changesIn(manager));
}

function changesIn(manager: EntityManager): Promise<DegreeTermChangeEntity[]> {
  return manager.getRepository(DegreeTermChangeEntity).find({ order: { number: 'ASC' } });
}

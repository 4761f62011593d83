import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { DomainError, fieldError } from '../../../core/errors.js';
import { FINAL_STATES, inWords } from '../../../core/surge.js';
import { Database } from '../../../platform/database/index.js';
import { AccountNames } from '../../accounts/index.js';
import { Notices } from '../../notices/index.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { handedOver } from '../notices/desk/desk-reasons.js';
import type { OfficerView, SurgeOfficerDto } from '../surge-desk.dto.js';
import { SurgeRecord } from './surge-record.service.js';

/** Which officer of the desk has which request. */
@Injectable()
export class SurgeOfficers {
  constructor(
    private readonly database: Database,
    private readonly record: SurgeRecord,
    private readonly accounts: AccountNames,
    private readonly notices: Notices,
  ) {}

  /** Everybody a request can be handed to, by name. */
  colleagues(): Promise<OfficerView[]> {
    return this.accounts.colleagues('surge-officer');
  }

  /**
   * Takes a request, or hands it to a colleague, who is told. Throws `input.invalid` for somebody who is no officer now,
   * `surge.not-allowed` for what is over, `conflict.stale` or `not-found`.
   */
  async give(id: string, { officerId, handOverReason, version }: SurgeOfficerDto, me: Actor): Promise<SurgeRequest> {
    const officers = await this.colleagues();
    if (!officers.some((officer) => officer.id === officerId)) throw fieldError('officerId', 'Choose an officer from the list.');
    return this.database.transaction(async (tx) => {
      const request = await this.record.lock(tx, id, me, version);
      if (FINAL_STATES.includes(request.state))
        throw new DomainError(
          'surge.not-allowed',
          `${request.reference} is ${inWords(request.state)}; there is nothing left to hand over.`,
        );
      if (request.officerId === officerId) return request;
      request.officerId = officerId;
      const taken = officerId === me.accountId;
      const event = await this.record.note(tx, request, {
        kind: taken ? 'taken' : 'handed-over',
        by: me,
        reason: handOverReason,
        details: { officerId },
      });
      if (!taken) {
        await this.notices.expect(tx, {
          reason: handedOver,
          recipient: { kind: 'account', id: officerId },
          subjectId: id,
          detailId: event.id,
          key: `surge.handed-over:${event.id}`,
        });
      }
      return request;
    });
  }
}

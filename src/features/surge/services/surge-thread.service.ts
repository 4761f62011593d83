import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { DomainError } from '../../../core/errors.js';
import { FINAL_STATES, inWords, sideOf } from '../../../core/surge.js';
import { Database } from '../../../platform/database/index.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { messageWritten } from '../notices/desk/desk-reasons.js';
import type { SurgeMessageDto } from '../surge-desk.dto.js';
import { DeskNotices } from './desk-notices.service.js';
import { OfficeNotices } from './office-notices.service.js';
import { SurgeRecord } from './surge-record.service.js';

/** Messages between the desk and the office that asks. They move nothing: what stops the clock is the step that asks for information. */
@Injectable()
export class SurgeThread {
  constructor(
    private readonly database: Database,
    private readonly record: SurgeRecord,
    private readonly desk: DeskNotices,
    private readonly office: OfficeNotices,
  ) {}

  /** Throws `not-found`, or `surge.not-allowed` for a draft, which the desk does not see, and for what is over. */
  write(id: string, { message }: SurgeMessageDto, me: Actor): Promise<SurgeRequest> {
    return this.database.transaction(async (tx) => {
      const request = await this.record.open(tx, id, me);
      if (request.state === 'draft' || FINAL_STATES.includes(request.state))
        throw new DomainError(
          'surge.not-allowed',
          `${request.reference} is ${inWords(request.state)}, so nobody reads messages about it. Write while a request is with the desk.`,
        );
      const event = await this.record.note(tx, request, { kind: 'wrote', by: me, reason: message, details: { side: sideOf(me) } });
      const notice = { reason: messageWritten, detailId: event.id, key: `surge.message-written:${event.id}` };
      if (sideOf(me) === 'officer') await this.office.expect(tx, request, notice);
      else await this.desk.whoHasIt(tx, request, notice);
      return request;
    });
  }
}

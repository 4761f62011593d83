import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';
import { Offices } from '../../accounts/index.js';
import { type ExpectedNotice, Notices } from '../../notices/index.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';

/** Tells the office that asked: whoever wrote the request, or those who came after them. */
@Injectable()
export class OfficeNotices {
  constructor(
    private readonly notices: Notices,
    private readonly offices: Offices,
  ) {}

  async expect(
    tx: Tx,
    { id, country, createdBy }: SurgeRequest,
    { key, ...notice }: Omit<ExpectedNotice, 'recipient' | 'subjectId'>,
  ): Promise<void> {
    for (const account of await this.offices.of(tx, country, createdBy))
      await this.notices.expect(tx, {
        ...notice,
        recipient: { kind: 'account', id: account },
        subjectId: id,
        key: account === createdBy ? key : `${key}:${account}`,
      });
  }
}

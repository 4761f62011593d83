import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';
import { Offices } from '../../accounts/index.js';
import { type ExpectedNotice, Notices } from '../../notices/index.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';

/** What is told about a request, to whom apart. */
type About = Omit<ExpectedNotice, 'recipient' | 'subjectId'>;

/** Tells the desk: the officer who has the request, or all of them. */
@Injectable()
export class DeskNotices {
  constructor(
    private readonly notices: Notices,
    private readonly offices: Offices,
  ) {}

  /** Tells the officer who has the request, or all officers while nobody has it or the one who had it has left. */
  async whoHasIt(tx: Tx, request: Pick<SurgeRequest, 'id' | 'officerId'>, notice: About): Promise<void> {
    const { id: subjectId, officerId } = request;
    if (officerId === null || !(await this.offices.worksHere(tx, officerId))) return this.everybody(tx, request, notice);
    await this.notices.expect(tx, { ...notice, recipient: { kind: 'account', id: officerId }, subjectId });
  }

  everybody(tx: Tx, { id }: Pick<SurgeRequest, 'id'>, notice: About): Promise<void> {
    return this.notices.expect(tx, { ...notice, recipient: { role: 'surge-officer' }, subjectId: id });
  }
}

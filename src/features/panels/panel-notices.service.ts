import { Injectable } from '@nestjs/common';
import { standingOf } from '../../core/panel.js';
import type { Tx } from '../../platform/database/index.js';
import { type NoticeReason, Notices } from '../notices/index.js';
import { Panel } from './panel.entity.js';
import type { PanelBook } from './panel-book.js';
import { conflictDeclared, decisionToConfirm, panelInvited } from './panel-reasons.js';

/** Who of a panel is told what. Each once. */
@Injectable()
export class PanelNotices {
  constructor(private readonly notices: Notices) {}

  invited(tx: Tx, panelId: string, accountId: string): Promise<void> {
    return this.tell(tx, { reason: panelInvited, panelId, to: accountId });
  }

  async conflictDeclared(tx: Tx, panelId: string, memberId: string): Promise<void> {
    const { createdBy } = await tx.getRepository(Panel).findOneByOrFail({ id: panelId });
    await this.tell(tx, { reason: conflictDeclared, panelId, to: createdBy, detailId: memberId });
  }

  /** Once for each proposal: the version of the panel tells them apart. */
  async toConfirm(tx: Tx, { panel, members }: PanelBook, proposedBy: string): Promise<void> {
    for (const member of members)
      if (member.accountId !== proposedBy && standingOf(member) === 'cleared')
        await this.tell(tx, { reason: decisionToConfirm, panelId: panel.id, to: member.accountId, detailId: String(panel.version) });
  }

  private tell(tx: Tx, about: { reason: NoticeReason; panelId: string; to: string; detailId?: string }): Promise<void> {
    const { reason, panelId, to, detailId } = about;
    return this.notices.expect(tx, {
      reason,
      recipient: { kind: 'account', id: to },
      subjectId: panelId,
      ...(detailId === undefined ? {} : { detailId }),
      key: [reason.name, panelId, to, detailId ?? ''].join(':'),
    });
  }
}

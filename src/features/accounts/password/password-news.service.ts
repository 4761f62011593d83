import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock.js';
import { newId, type Tx } from '../../../platform/database/index.js';
import { type MailContent, momentIn } from '../../../platform/mail/index.js';
import { ComposesNotice, defineNotice, Notices, type NoticeToCompose } from '../../notices/index.js';
import { PASSWORD_WORDS } from './password-words.js';

/** To whoever has the account. Its detail is the moment. */
const passwordChanged = defineNotice('account.password-changed', { title: 'A password changed' });

/** Writes down what happened to a password, and tells its owner, who may not have been the one who did it. */
@Injectable()
export class PasswordNews {
  constructor(
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  async changed(tx: Tx, me: Actor): Promise<void> {
    const subject = { kind: 'account', id: me.accountId };
    await this.audit.record(tx, { actor: me, action: 'account.password-changed', subject });
    await this.notices.expect(tx, {
      reason: passwordChanged,
      recipient: { kind: 'account', id: me.accountId },
      subjectId: me.accountId,
      detailId: this.clock.iso(),
      key: `${passwordChanged.name}:${newId()}`,
    });
  }

  refused(tx: Tx, me: Actor): Promise<void> {
    return this.audit.record(tx, {
      actor: me,
      action: 'account.password-change-refused',
      subject: { kind: 'account', id: me.accountId },
    });
  }

  @ComposesNotice(passwordChanged)
  async compose({ recipient, detailId }: NoticeToCompose): Promise<MailContent | null> {
    const { language, name } = recipient;
    const words = PASSWORD_WORDS[language];
    return {
      language,
      subject: words.subject,
      greeting: words.greeting(name),
      paragraphs: [words.changed(momentIn(language, detailId ?? this.clock.iso())), words.notYou],
      urgent: true,
    };
  }
}

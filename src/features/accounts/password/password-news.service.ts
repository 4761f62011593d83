import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock.js';
import { newId, type Tx } from '../../../platform/database/index.js';
import { type MailContent, momentIn } from '../../../platform/mail/index.js';
import { ComposesNotice, defineNotice, type NoticeReason, Notices, type NoticeToCompose } from '../../notices/index.js';
import { PASSWORD_WORDS, type PasswordMail, type PasswordWords } from './password-words.js';

/** Both to whoever has the account. Their detail is the moment. */
const passwordChanged = defineNotice('account.password-changed', { title: 'A password changed' });
const passwordReset = defineNotice('account.password-reset', { title: 'A password reset by an administrator' });

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
    await this.tell(tx, passwordChanged, me.accountId);
  }

  /** An administrator made a new password. It is in no mail: it is handed over. */
  reset(tx: Tx, accountId: string): Promise<void> {
    return this.tell(tx, passwordReset, accountId);
  }

  refused(tx: Tx, me: Actor): Promise<void> {
    return this.audit.record(tx, {
      actor: me,
      action: 'account.password-change-refused',
      subject: { kind: 'account', id: me.accountId },
    });
  }

  @ComposesNotice(passwordChanged)
  composeChanged(notice: NoticeToCompose): Promise<MailContent | null> {
    return this.compose(notice, ({ changed }) => changed);
  }

  @ComposesNotice(passwordReset)
  composeReset(notice: NoticeToCompose): Promise<MailContent | null> {
    return this.compose(notice, ({ reset }) => reset);
  }

  private tell(tx: Tx, reason: NoticeReason, accountId: string): Promise<void> {
    return this.notices.expect(tx, {
      reason,
      recipient: { kind: 'account', id: accountId },
      subjectId: accountId,
      detailId: this.clock.iso(),
      key: `${reason.name}:${newId()}`,
    });
  }

  private async compose({ recipient, detailId }: NoticeToCompose, which: (words: PasswordWords) => PasswordMail): Promise<MailContent> {
    const { language, name } = recipient;
    const { greeting } = PASSWORD_WORDS[language];
    const { subject, happened, advice } = which(PASSWORD_WORDS[language]);
    return {
      language,
      subject,
      greeting: greeting(name),
      paragraphs: [happened(momentIn(language, detailId ?? this.clock.iso())), ...advice],
      urgent: true,
    };
  }
}

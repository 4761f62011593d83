import { Injectable } from '@nestjs/common';
import { standingOf } from '../../core/panel.js';
import { Settings } from '../../platform/config/index.js';
import type { MailContent } from '../../platform/mail/index.js';
import { ComposesNotice, type NoticeToCompose } from '../notices/index.js';
import { PanelBooks } from './panel-book.js';
import { conflictDeclared, decisionToConfirm, panelInvited } from './panel-reasons.js';
import { PANEL_WORDS } from './panel-words.js';

type Mail = Promise<MailContent | null>;

/** Writes the mails about panels from their present state, or says that one is no longer true. */
@Injectable()
export class PanelComposer {
  constructor(
    private readonly books: PanelBooks,
    private readonly settings: Settings,
  ) {}

  @ComposesNotice(panelInvited)
  async invited(notice: NoticeToCompose): Mail {
    const book = await this.books.book(notice.subjectId);
    return book?.panel.state === 'open' ? this.mail(notice, 'invited') : null;
  }

  /** Only while it waits to be compared, or took the member out of the panel. */
  @ComposesNotice(conflictDeclared)
  async conflictDeclared(notice: NoticeToCompose): Mail {
    const member = (await this.books.book(notice.subjectId))?.member(notice.detailId ?? '');
    return member && standingOf(member) !== 'cleared' ? this.mail(notice, 'conflictDeclared') : null;
  }

  @ComposesNotice(decisionToConfirm)
  async toConfirm(notice: NoticeToCompose): Mail {
    const book = await this.books.book(notice.subjectId);
    return book?.panel.state === 'proposed' ? this.mail(notice, 'toConfirm') : null;
  }

  private mail({ recipient, subjectId }: NoticeToCompose, kind: 'invited' | 'conflictDeclared' | 'toConfirm'): MailContent {
    const words = PANEL_WORDS[recipient.language];
    const { publicUrl, host, port } = this.settings;
    return {
      language: recipient.language,
      greeting: words.greeting(recipient.name),
      subject: words[kind].subject,
      paragraphs: [words[kind].text],
      action: { label: words.action, url: `${publicUrl || `http://${host}:${port}`}/panels/${subjectId}` },
    };
  }
}

import { Body, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { Me, SignedIn } from '../../../platform/http/index.js';
import { Form, type Page, Pages, page, type Redirect, redirect, submit } from '../../../web/index.js';
import { MailSettingsView } from '../views/mail-settings.js';
import { MailSettingsDto } from './mail-settings.dto.js';
import { MailSettings } from './mail-settings.service.js';

const PATH = 'how-you-are-told';

/** How whoever is signed in wants to be told. */
@Pages(PATH)
@SignedIn()
export class MailSettingsPages {
  constructor(private readonly settings: MailSettings) {}

  @Get()
  async show(@Me() me: Actor, @Query('saved') saved?: string): Promise<Page> {
    const { quietHours, ...texts } = await this.settings.of(me);
    return this.form(me, new Form<MailSettingsDto>({ ...texts, quietHours: String(quietHours) }), saved === 'yes');
  }

  @Post()
  change(@Me() me: Actor, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(MailSettingsDto, body, {
      act: async (dto) => {
        await this.settings.change(dto, me);
        return redirect(`/${PATH}?saved=yes`);
      },
      again: (form) => this.form(me, form),
    });
  }

  private form(me: Actor, form: Form<MailSettingsDto>, saved = false): Page {
    return page({ title: 'How you are told', me, ...(saved && { flash: 'Saved.' }) }, <MailSettingsView form={form} />);
  }
}

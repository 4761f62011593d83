import { Body, Get, Put } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { Api, Me, SignedIn } from '../../../platform/http/index.js';
import { MailSettingsDto } from './mail-settings.dto.js';
import { MailSettings } from './mail-settings.service.js';

/** How whoever is signed in wants to be told. */
@Api('mail-settings')
@SignedIn()
export class MailSettingsController {
  constructor(private readonly settings: MailSettings) {}

  /** How one's own mails come: language, pace, time zone. */
  @Get()
  show(@Me() me: Actor): Promise<MailSettingsDto> {
    return this.settings.of(me);
  }

  /** Replaces all of it. */
  @Put()
  change(@Body() dto: MailSettingsDto, @Me() me: Actor): Promise<MailSettingsDto> {
    return this.settings.change(dto, me);
  }
}

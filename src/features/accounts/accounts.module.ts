import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { NoticesModule } from '../notices/index.js';
import { AccessGuard } from './access/access.guard.js';
import { RouteDecisions } from './access/route-decisions.js';
import { SameSiteGuard } from './access/same-site.guard.js';
import { AccountNames } from './account-names.js';
import { AccountRecipients } from './account-recipients.js';
import { AccountRecord } from './account-record.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsPages } from './accounts.pages.js';
import { AccountsService } from './accounts.service.js';
import { FocalPoints } from './focal-points.js';
import { MailSettingsController } from './mails/mail-settings.controller.js';
import { MailSettingsPages } from './mails/mail-settings.pages.js';
import { MailSettings } from './mails/mail-settings.service.js';
import { Offices } from './offices.js';
import { OwnPassword } from './password/own-password.service.js';
import { PasswordController } from './password/password.controller.js';
import { PasswordPages } from './password/password.pages.js';
import { PasswordNews } from './password/password-news.service.js';
import { SessionController } from './session.controller.js';
import { Attempts } from './sign-in/attempts.service.js';
import { Passwords } from './sign-in/passwords.js';
import { Sessions } from './sign-in/sessions.service.js';
import { SignIn } from './sign-in/sign-in.service.js';
import { SignInDoor } from './sign-in/sign-in-door.js';
import { SignInPages } from './sign-in.pages.js';

/** Accounts and sessions, and the guards in front of every route of the service. */
@Module({
  imports: [DiscoveryModule, NoticesModule],
  controllers: [
    SignInPages,
    SessionController,
    AccountsPages,
    AccountsController,
    MailSettingsPages,
    MailSettingsController,
    PasswordPages,
    PasswordController,
  ],
  providers: [
    AccountsService,
    AccountNames,
    AccountRecipients,
    AccountRecord,
    FocalPoints,
    Offices,
    MailSettings,
    OwnPassword,
    PasswordNews,
    Sessions,
    SignIn,
    SignInDoor,
    Attempts,
    Passwords,
    RouteDecisions,
    { provide: APP_GUARD, useClass: SameSiteGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AccountNames, AccountsService, FocalPoints, Offices, Sessions],
})
export class AccountsModule {}

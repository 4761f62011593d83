import { Global, Module } from '@nestjs/common';
import { MailTurns } from './mail-turns.service.js';
import { Mailer } from './mailer.js';

@Global()
@Module({ providers: [Mailer, MailTurns], exports: [Mailer] })
export class MailModule {}

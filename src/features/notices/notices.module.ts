import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Composers } from './composers.service.js';
import { NoticeDelivery } from './notice-delivery.service.js';
import { NoticeLedger } from './notice-ledger.service.js';
import { NoticeLetters } from './notice-letters.service.js';
import { NoticeWaiting } from './notice-waiting.service.js';
import { NoticesController } from './notices.controller.js';
import { NoticePages } from './notices.pages.js';
import { Notices } from './notices.service.js';
import { Recipients } from './recipients.service.js';

@Module({
  imports: [DiscoveryModule],
  controllers: [NoticesController, NoticePages],
  providers: [Composers, NoticeDelivery, NoticeLedger, NoticeLetters, Notices, NoticeWaiting, Recipients],
  exports: [NoticeLedger, Notices],
})
export class NoticesModule {}

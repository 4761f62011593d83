import { Module } from '@nestjs/common';
import { NeedsController } from './needs.controller.js';
import { NeedsPages } from './needs.pages.js';
import { Needs } from './needs.service.js';
import { NeedsImport } from './needs-import.service.js';

@Module({
  controllers: [NeedsController, NeedsPages],
  providers: [Needs, NeedsImport],
  exports: [Needs, NeedsImport],
})
export class NeedsModule {}

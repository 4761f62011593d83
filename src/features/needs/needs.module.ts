import { Module } from '@nestjs/common';
import { NeedsImportController } from './import/import.controller.js';
import { NeedsImportPages } from './import/import.pages.js';
import { NeedsImport } from './import/needs-import.service.js';
import { NeedsController } from './needs.controller.js';
import { NeedsPages } from './needs.pages.js';
import { Needs } from './needs.service.js';

@Module({
  // Imports first: their fixed addresses stand where the others have a country.
  controllers: [NeedsImportController, NeedsImportPages, NeedsController, NeedsPages],
  providers: [Needs, NeedsImport],
  exports: [Needs, NeedsImport],
})
export class NeedsModule {}

import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { ClaimsController } from './claims/claims.controller.js';
import { ClaimsPages } from './claims/claims.pages.js';
import { RosterClaims } from './claims/roster-claims.service.js';
import { ExpertChanges } from './editing/expert-changes.service.js';
import { ExpertFormPages } from './editing/expert-form.pages.js';
import { ExportController } from './import/export.controller.js';
import { ImportController } from './import/import.controller.js';
import { ImportPages } from './import/import.pages.js';
import { RosterImportWorker } from './import/import.worker.js';
import { ImportFiles } from './import/import-files.js';
import { RosterImporter } from './import/importer.service.js';
import { RosterImports } from './import/imports.service.js';
import { RosterExport } from './import/roster-export.service.js';
import { MembershipLog } from './membership-log.js';
import { RosterController } from './roster.controller.js';
import { RosterPages } from './roster.pages.js';
import { RosterContacts } from './roster-contacts.service.js';
import { RosterMemberships } from './roster-memberships.service.js';
import { RosterPool } from './roster-pool.service.js';
import { RosterProfiles } from './roster-profiles.service.js';
import { RosterSearch } from './roster-search.service.js';

@Module({
  imports: [DeploymentsModule],
  controllers: [
    RosterController,
    ImportController,
    ExportController,
    ImportPages,
    ExpertFormPages,
    ClaimsController,
    ClaimsPages,
    RosterPages,
  ],
  providers: [
    RosterSearch,
    RosterProfiles,
    RosterMemberships,
    RosterPool,
    RosterContacts,
    RosterImporter,
    RosterImports,
    RosterImportWorker,
    ImportFiles,
    MembershipLog,
    RosterClaims,
    RosterExport,
    ExpertChanges,
  ],
  exports: [RosterSearch, RosterProfiles, RosterMemberships, RosterPool, RosterContacts, RosterImporter, RosterImports, RosterClaims],
})
export class RosterModule {}

import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { RosterContacts } from './roster-contacts.service.js';
import { RosterImporter } from './roster-importer.service.js';
import { RosterMemberships } from './roster-memberships.service.js';
import { RosterPool } from './roster-pool.service.js';
import { RosterProfiles } from './roster-profiles.service.js';
import { RosterSearch } from './roster-search.service.js';

@Module({
  imports: [DeploymentsModule],
  providers: [RosterSearch, RosterProfiles, RosterMemberships, RosterPool, RosterContacts, RosterImporter],
  exports: [RosterSearch, RosterProfiles, RosterMemberships, RosterPool, RosterContacts, RosterImporter],
})
export class RosterModule {}

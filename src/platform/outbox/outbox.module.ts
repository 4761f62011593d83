import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobHandlers } from './job-handlers.js';
import { JobOverview } from './job-overview.js';
import { JobRunner } from './job-runner.js';
import { JobStore } from './job-store.js';
import { Jobs } from './jobs.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Jobs, JobHandlers, JobStore, JobRunner, JobOverview],
  exports: [Jobs, JobRunner, JobOverview],
})
export class OutboxModule {}

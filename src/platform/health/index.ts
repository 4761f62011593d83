import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Alarms } from './alarm-sources.js';
import { HealthController } from './health.controller.js';
import { Health } from './health.service.js';
import { JobAlarms } from './job-alarms.js';

export { type AlarmSource, Alarms, RaisesAlarms } from './alarm-sources.js';
export { Health, type Readiness } from './health.service.js';

@Module({ imports: [DiscoveryModule], controllers: [HealthController], providers: [Health, Alarms, JobAlarms], exports: [Health, Alarms] })
export class HealthModule {}

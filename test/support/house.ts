import { Module, type ModuleMetadata } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AuditModule } from '../../src/platform/audit/index.js';
import { Clock, FixedClock } from '../../src/platform/clock.js';
import { Settings } from '../../src/platform/config/index.js';
import { Database } from '../../src/platform/database/index.js';
import { OutboxJob, OutboxModule } from '../../src/platform/outbox/index.js';
import type { TestDatabase } from './databases-of.js';

/** Some rooms of the house. */
export interface Rooms extends Pick<ModuleMetadata, 'imports' | 'providers'> {
  readonly settings: Partial<Settings>;
}

/** These rooms around a real database, with the outbox, the audit trail and a clock that stands still. The caller closes the module. */
export async function openRooms({ database, settings }: Pick<TestDatabase, 'database' | 'settings'>, rooms: Rooms) {
  const clock = FixedClock.at('2026-11-24T10:00:00Z');
  const provided = [
    { provide: Database, useValue: database },
    { provide: Clock, useValue: clock },
    { provide: Settings, useValue: Object.assign(settings, rooms.settings) },
  ];
  class Surroundings {}
  Module({ providers: provided, exports: provided.map(({ provide }) => provide) })(Surroundings);
  const imports = [{ module: Surroundings, global: true }, OutboxModule, AuditModule, ...(rooms.imports ?? [])];
  const module = await Test.createTestingModule({ imports, providers: rooms.providers ?? [] }).compile();
  await module.init();
  return { clock, module, outbox: database.read.getRepository(OutboxJob) };
}

import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ENTITIES } from './entities.js';
import { AccountsModule } from './features/accounts/index.js';
import { DeploymentsModule } from './features/deployments/index.js';
import { FiguresModule } from './features/figures/index.js';
import { MissionsModule } from './features/missions/index.js';
import { NeedsModule } from './features/needs/index.js';
import { NoticesModule } from './features/notices/index.js';
import { OperationsModule } from './features/operations/index.js';
import { PanelsModule } from './features/panels/index.js';
import { PostsModule } from './features/posts/index.js';
import { RosterModule } from './features/roster/index.js';
import { RulesModule } from './features/rules/index.js';
import { ShortlistsModule } from './features/shortlists/index.js';
import { SurgeModule } from './features/surge/index.js';
import { MIGRATIONS } from './migrations/index.js';
import { AuditModule } from './platform/audit/index.js';
import { type Settings, SettingsModule } from './platform/config/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { HealthModule } from './platform/health/index.js';
import { PROBLEM_PAGE, ProblemFilter, validationPipe } from './platform/http/index.js';
import { MailModule } from './platform/mail/index.js';
import { MetricsModule } from './platform/metrics/index.js';
import { OpenApiModule } from './platform/openapi/index.js';
import { OutboxModule } from './platform/outbox/index.js';
import { QueueModule } from './platform/queue/index.js';
import { renderProblem, WebModule } from './web/index.js';

const FEATURES: Type[] = [
  AccountsModule,
  DeploymentsModule,
  RosterModule,
  NeedsModule,
  RulesModule,
  PostsModule,
  ShortlistsModule,
  NoticesModule,
  PanelsModule,
  SurgeModule,
  MissionsModule,
  FiguresModule,
  OperationsModule,
];

/** Which part of the service a process is: `api` serves people (and runs jobs where there is no Redis), `worker` runs jobs. */
export type ProcessKind = 'api' | 'worker';

/** The whole house. */
@Module({})
export class AppModule {
  static of(settings: Settings, process: ProcessKind): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.of(settings),
        DatabaseModule.of({ entities: ENTITIES, migrations: MIGRATIONS }),
        AuditModule,
        OutboxModule,
        MailModule,
        QueueModule.of(process),
        HealthModule,
        MetricsModule.of(process),
        OpenApiModule,
        WebModule,
        ...FEATURES,
      ],
      providers: [
        { provide: PROBLEM_PAGE, useValue: renderProblem },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}

import { type DynamicModule, Module } from '@nestjs/common';
import { HealthModule } from '../health/index.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { MetricsServer } from './metrics-server.js';

export { Metrics } from './metrics.js';

/** Metrics at `/metrics` of the API, and on a port of their own of a worker. */
@Module({})
export class MetricsModule {
  static of(process: 'api' | 'worker'): DynamicModule {
    return {
      module: MetricsModule,
      imports: [HealthModule],
      controllers: [MetricsController],
      providers: [Metrics, ...(process === 'worker' ? [MetricsServer] : [])],
      exports: [Metrics],
    };
  }
}

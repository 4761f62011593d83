import { type DynamicModule, Module } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Settings } from './settings.js';

/** What every room may ask for: the settings and the time. */
@Module({})
export class SettingsModule {
  static of(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      providers: [{ provide: Settings, useValue: settings }, Clock],
      exports: [Settings, Clock],
    };
  }
}

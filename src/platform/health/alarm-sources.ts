import { Injectable, type OnModuleInit, SetMetadata } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';

/** What a provider marked with `@RaisesAlarms` promises. */
export interface AlarmSource {
  /** The names of the alarms that sound now, such as `notices-late`; none when all is well. Reads only; may throw when the database is away. */
  alarms(): Promise<readonly string[]>;
}

const RAISES_ALARMS = 'hra:raises-alarms';

/** Marks a provider whose alarms stand on the health page: `@RaisesAlarms() class … implements AlarmSource`. */
export const RaisesAlarms = (): ClassDecorator => SetMetadata(RAISES_ALARMS, true);

/** Asks every part of the house that can sound an alarm; health itself knows none of them. */
@Injectable()
export class Alarms implements OnModuleInit {
  private sources: readonly AlarmSource[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    this.sources = this.discovery.getProviders().flatMap(({ metatype, instance }) => {
      const marked = typeof metatype === 'function' && Reflect.getMetadata(RAISES_ALARMS, metatype) === true;
      return marked && instance ? [instance as AlarmSource] : [];
    });
  }

  /** All that sound now, in a fixed order. */
  async sounding(): Promise<readonly string[]> {
    const names = await Promise.all(this.sources.map((source) => source.alarms()));
    return names.flat().toSorted();
  }
}

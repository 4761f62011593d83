import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config/index.js';
import { migrate, openDataSource, type Schema } from './data-source.js';
import { Database } from './database.js';

/** One connected, migrated database for the whole process. */
@Module({})
export class DatabaseModule {
  static of(schema: Schema): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: DataSource,
          inject: [Settings],
          useFactory: async (settings: Settings): Promise<DataSource> => {
            const dataSource = await openDataSource(settings, schema);
            await migrate(dataSource);
            return dataSource;
          },
        },
        Database,
      ],
      exports: [Database],
    };
  }
}

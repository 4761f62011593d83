import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';

/** The test runner itself: ES-module-only packages load, decorators emit metadata, native modules work. */

@Injectable()
class Greeter {
  greet() {
    return { greeting: 'good morning' };
  }
}

@Controller('greeting')
class GreetingController {
  constructor(private readonly greeter: Greeter) {}

  @Get()
  greet() {
    return this.greeter.greet();
  }
}

@Module({ controllers: [GreetingController], providers: [Greeter] })
class GreetingModule {}

@Entity('readings')
class Reading {
  @PrimaryColumn('varchar')
  id!: string;

  @Column()
  litres!: number;
}

describe('the test runner', () => {
  it('boots Nest on Fastify with injection by type', async () => {
    const module = await Test.createTestingModule({ imports: [GreetingModule] }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.listen(0, '127.0.0.1');
    const response = await fetch(`${await app.getUrl()}/greeting`);
    await app.close();
    expect(await response.json()).toEqual({ greeting: 'good morning' });
  });

  it('stores and reads an entity on SQLite, with column types from the metadata', async () => {
    const source = new DataSource({ type: 'better-sqlite3', database: ':memory:', entities: [Reading], synchronize: true });
    await source.initialize();
    await source.getRepository(Reading).insert({ id: 'a', litres: 7 });
    const found = await source.getRepository(Reading).findOneBy({ id: 'a' });
    await source.destroy();
    expect(found).toEqual(Object.assign(new Reading(), { id: 'a', litres: 7 }));
  });

  it.each([
    'uuid',
    'commander',
    'csv-parse',
    'csv-stringify',
    'preact',
    'preact-render-to-string',
    'bullmq',
    'nodemailer',
    'world-countries',
    '@nestjs/swagger',
    '@fastify/multipart',
    '@fastify/helmet',
    '@node-rs/argon2',
  ])('loads %s', async (name) => {
    expect(Object.keys(await import(name)).length).toBeGreaterThan(0);
  });

  it('runs on the pinned Node 24, whatever the machine has', () => {
    expect(process.versions.node).toMatch(/^24\./);
  });
});

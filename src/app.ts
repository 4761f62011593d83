import 'reflect-metadata';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { ConsoleLogger, type INestApplicationContext, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Settings } from './platform/config/index.js';
import { BODY_LIMIT, guardBodies, logRequests } from './platform/http/index.js';
import { Metrics } from './platform/metrics/index.js';
import { ApiDocument } from './platform/openapi/index.js';

/** Largest file that can be uploaded, in bytes. */
const UPLOAD_LIMIT = 64 * 1_048_576;

/**
 * Pages load nothing from elsewhere and run nothing inline; no address leaks to other sites. Our own pages do send where
 * they are (`no-referrer` would make browsers post forms with `Origin: null`).
 */
const SECURITY_HEADERS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
} as const;

/** A process that was asked to stop, and stopped in order, ends with exit code 0. */
const EXIT_CLEANLY = { useProcessExit: true } as const;

function logger(settings: Settings): LoggerService {
  return new ConsoleLogger({
    json: settings.environment === 'production',
    logLevels: settings.environment === 'test' ? ['fatal'] : ['log', 'warn', 'error', 'fatal'],
  });
}

/** The service with its pages and its API, ready to listen. */
export async function createApp(settings: Settings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: settings.trustProxy,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(settings, 'api'), adapter, {
    logger: logger(settings),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  await app.register(helmet, SECURITY_HEADERS);
  await app.register(multipart, { limits: { fileSize: UPLOAD_LIMIT, files: 4, fields: 20 } });
  // A CSV is handed on as a stream; whoever takes it counts its bytes.
  fastify.addContentTypeParser('text/csv', (_request, content, done) => done(null, content));
  guardBodies(fastify);
  logRequests(fastify);
  app.get(Metrics, { strict: false }).watch(fastify);
  app.get(ApiDocument, { strict: false }).describe(app);
  app.enableShutdownHooks([], EXIT_CLEANLY);
  return app;
}

/** The service without pages: runs jobs from Redis. */
export async function createWorker(settings: Settings): Promise<INestApplicationContext> {
  const worker = await NestFactory.createApplicationContext(AppModule.of(settings, 'worker'), {
    logger: logger(settings),
    abortOnError: false,
  });
  worker.enableShutdownHooks([], EXIT_CLEANLY);
  return worker;
}

/** The service without pages, for one command. Jobs that follow from it run where they would have run anyway, or here. */
export function createCommandContext(settings: Settings): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AppModule.of(settings, 'api'), { logger: ['error', 'fatal'], abortOnError: false });
}

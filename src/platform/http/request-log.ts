import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** One line per answered request: the route's pattern instead of the address, because addresses hold ids and tokens. */
export function logRequests(fastify: FastifyInstance): void {
  const logger = new Logger('request');
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    if (!route.startsWith('/health') && !route.startsWith('/assets')) {
      logger.log({ method: request.method, route, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) });
    }
    done();
  });
}

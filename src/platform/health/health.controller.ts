import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/index.js';
import { Health, type Readiness } from './health.service.js';

/** For load balancers and people on call; tells counts, never contents. */
@Controller('health')
@ApiExcludeController()
@Public()
export class HealthController {
  constructor(private readonly health: Health) {}

  /** The process answers. */
  @Get('live')
  live(): { live: true } {
    return { live: true };
  }

  /** 200 when requests can be served, 503 otherwise; the body says what is wrong either way. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.health.readiness();
    reply.status(readiness.ready ? 200 : 503);
    return readiness;
  }
}

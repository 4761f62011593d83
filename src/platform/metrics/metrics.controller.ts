import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../../core/errors.js';
import { Settings } from '../config/index.js';
import { Public } from '../http/index.js';
import { Metrics } from './metrics.js';
import { mayScrape } from './scrape-access.js';

/** For a Prometheus; whoever may not read it sees no such address. */
@Controller('metrics')
@ApiExcludeController()
@Public()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly settings: Settings,
  ) {}

  @Get()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!mayScrape(request.headers, request.socket.remoteAddress, this.settings.metricsToken)) throw notFound('address');
    await reply
      .type(this.metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await this.metrics.text());
  }
}

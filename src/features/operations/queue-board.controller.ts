import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../../core/errors.js';
import { Allow } from '../../platform/http/index.js';
import { QueueBoard } from './queue-board.js';

/**
 * The board sets styles in its page and a base for its links; nothing else is let in. It asks another site for a font, which
 * stays refused: nobody else learns that somebody looks at this.
 */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join(';');

/** What lies in Redis, to look at, for administrators. GET only: the board is asked nothing else. */
@Controller('operations/queue')
@ApiExcludeController()
@Allow('operations:read')
export class QueueBoardController {
  constructor(private readonly board: QueueBoard) {}

  @Get(['', '*'])
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const answer = await this.board.get(request.url);
    if (!answer) throw notFound('page');
    await reply
      .status(answer.status)
      .header('content-security-policy', POLICY)
      .header('cache-control', 'no-store')
      .type(answer.type)
      .send(answer.body);
  }
}

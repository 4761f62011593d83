import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../core/access.js';
import { DomainError } from '../../../core/errors.js';
import { Allow, Id, Me } from '../../../platform/http/index.js';
import { Pages, page, redirect } from '../../../web/index.js';
import { ImportStatus, Imports, isMoving } from '../views/import.js';
import { RosterImports } from './imports.service.js';
import { uploaded } from './upload.js';

@Pages('roster/import')
@Allow('roster:import')
export class ImportPages {
  constructor(private readonly imports: RosterImports) {}

  @Get()
  show(@Me() me: Actor) {
    return this.start(me);
  }

  @Post()
  async upload(@Req() request: FastifyRequest, @Me() me: Actor) {
    try {
      const { id } = await this.imports.start(await uploaded(request), { confirmed: false, partial: false }, me);
      return redirect(`/roster/import/${id}`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return (await this.start(me, error.message)).withStatus(422);
    }
  }

  @Get(':id')
  async one(@Id() id: string, @Me() me: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const found = await this.imports.one(id);
    // The header is what <meta refresh> stands for; it needs no JavaScript.
    if (isMoving(found)) reply.header('refresh', '2');
    return page({ title: 'Import of experts', me, wide: true }, <ImportStatus found={found} />);
  }

  @Post(':id/confirm')
  async confirm(@Id() id: string, @Body() body: { partial?: string } | undefined) {
    await this.imports.confirm(id, body?.partial === 'true');
    return redirect(`/roster/import/${encodeURIComponent(id)}`);
  }

  @Post(':id/discard')
  async discard(@Id() id: string) {
    await this.imports.discard(id);
    return redirect('/roster/import');
  }

  private async start(me: Actor, problem?: string) {
    return page({ title: 'Import experts', me }, <Imports latest={await this.imports.latest()} problem={problem} />);
  }
}

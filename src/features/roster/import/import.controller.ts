import { Body, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../../core/access.js';
import { Allow, Api, Id, Me } from '../../../platform/http/index.js';
import { ConfirmImportDto, ImportQueryDto } from './import.dto.js';
import { RosterImports } from './imports.service.js';
import { uploaded } from './upload.js';

@Api('roster-imports')
@Allow('roster:import')
export class ImportController {
  constructor(private readonly imports: RosterImports) {}

  /** The latest twenty, newest first. */
  @Get()
  list() {
    return this.imports.latest();
  }

  /** Hands in a CSV file. It is checked, and imported too when `mode` is `import`; ask for it again to see how far it is. */
  @Post()
  @HttpCode(202)
  @ApiConsumes('text/csv', 'multipart/form-data')
  @ApiBody({ required: true, schema: { type: 'string', format: 'binary' } })
  async start(@Query() { mode, partial }: ImportQueryDto, @Req() request: FastifyRequest, @Me() me: Actor) {
    return this.imports.start(await uploaded(request), { confirmed: mode === 'import', partial: partial === 'true' }, me);
  }

  /** How far it is, and what is wrong by line and column. */
  @Get(':id')
  one(@Id() id: string) {
    return this.imports.one(id);
  }

  /** Imports a checked file. */
  @Post(':id/confirm')
  @HttpCode(202)
  async confirm(@Id() id: string, @Body() { partial }: ConfirmImportDto) {
    await this.imports.confirm(id, partial);
  }

  /** Throws a checked file away. */
  @Post(':id/discard')
  @HttpCode(204)
  async discard(@Id() id: string) {
    await this.imports.discard(id);
  }
}

import { HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../../core/access.js';
import { Allow, Api, Me } from '../../../platform/http/index.js';
import { NeedsImportQueryDto } from './import.dto.js';
import { NeedsImport } from './needs-import.service.js';
import { uploads } from './uploads.js';

@Api('needs/imports')
@Allow('needs:edit')
export class NeedsImportController {
  constructor(private readonly imports: NeedsImport) {}

  /** Imports UPR files as they were published. `imported` tells whether anything was changed, `problems` what cannot be read. */
  @Post()
  @HttpCode(200)
  @ApiConsumes('text/csv', 'multipart/form-data')
  @ApiBody({ required: true, schema: { type: 'string', format: 'binary' } })
  start(@Query() { partial }: NeedsImportQueryDto, @Req() request: FastifyRequest, @Me() me: Actor) {
    return this.imports.importFiles(uploads(request), me, { allowPartial: partial === 'true' });
  }
}

import { Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../../core/access.js';
import { DomainError } from '../../../core/errors.js';
import { Allow, Me } from '../../../platform/http/index.js';
import { Pages, page } from '../../../web/index.js';
import { ImportForm, ImportOutcome } from '../views/import.js';
import { NeedsImportQueryDto } from './import.dto.js';
import { NeedsImport } from './needs-import.service.js';
import { uploads } from './uploads.js';

@Pages('needs/import')
@Allow('needs:edit')
export class NeedsImportPages {
  constructor(private readonly imports: NeedsImport) {}

  @Get()
  show(@Me() me: Actor) {
    return formPage(me);
  }

  /** Shows the outcome at once: sending the same files again changes nothing, so that a reload does no harm. */
  @Post()
  async upload(@Query() { partial }: NeedsImportQueryDto, @Req() request: FastifyRequest, @Me() me: Actor) {
    try {
      const report = await this.imports.importFiles(uploads(request), me, { allowPartial: partial === 'true' });
      const shown = page({ title: 'Import of UPR files', me, wide: true }, <ImportOutcome report={report} />);
      return report.imported ? shown : shown.withStatus(422);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return formPage(me, error.message).withStatus(422);
    }
  }
}

function formPage(me: Actor, problem?: string) {
  return page({ title: 'Import UPR files', me }, <ImportForm problem={problem} />);
}

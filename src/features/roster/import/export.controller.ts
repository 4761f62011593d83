import { Readable } from 'node:stream';
import { Get, Header, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { Allow, Api, Me } from '../../../platform/http/index.js';
import { RosterExport } from './roster-export.service.js';

@Api('roster-export')
export class ExportController {
  constructor(private readonly roster: RosterExport) {}

  /** The whole roster as a CSV file that the import reads. That you took it is recorded. */
  @Get()
  @Allow('roster:import')
  @Header('cache-control', 'no-store')
  csv(@Me() me: Actor) {
    return new StreamableFile(Readable.from(this.roster.csv(me)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="roster.csv"',
    });
  }
}

import { Readable } from 'node:stream';
import { Body, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import { AnalysisDto, amountsOf, ComparisonQueryDto, PreviewQueryDto, RobustnessQueryDto, SignOffDto } from './record.dto.js';
import { RunExports } from './run-exports.service.js';
import { RunRecords } from './run-records.service.js';
import { RunStatements } from './run-statements.service.js';
import { RunStudies } from './run-studies.service.js';

/** Names as a list, because JSON has no maps by number. */
function listed<V extends { readonly names: ReadonlyMap<number, string | null> }>({ names, ...view }: V) {
  return { ...view, names: [...names].map(([number, name]) => ({ number, name })) };
}

@Api('shortlists')
@Allow('records:read')
export class RecordController {
  constructor(
    private readonly records: RunRecords,
    private readonly studies: RunStudies,
    private readonly exports: RunExports,
  ) {}

  /** Recomputes the run from the frozen roster and compares everything that was kept. */
  @Post(':id/replay')
  @HttpCode(200)
  replay(@Id() id: string, @Me() me: Actor) {
    return this.records.replay(id, me);
  }

  /** What changed from the run `other` to this one, and which fact caused it. */
  @Get(':id/diff/:other')
  async diff(@Id() id: string, @Id('other') other: string, @Me() me: Actor) {
    return listed(await this.studies.diff(id, other, me));
  }

  /**
   * Rank ranges under other weights: `study` among all eligible people, where whoever is not on the list may pass too, and
   * `within` among those on the list alone, under the same weightings. And what would bring the next people into the top.
   */
  @Get(':id/robustness')
  async robustness(@Id() id: string, @Query() query: RobustnessQueryDto, @Me() me: Actor) {
    return listed(await this.studies.robustness(id, query, me));
  }

  /** Gender and region of all considered, the eligible and the listed; never part of a score. */
  @Get(':id/balance')
  balance(@Id() id: string, @Me() me: Actor) {
    return this.studies.balance(id, me);
  }

  /** The order under other weights; nothing is saved. */
  @Get(':id/preview')
  async preview(@Id() id: string, @Query() query: PreviewQueryDto, @Me() me: Actor) {
    return listed(await this.studies.preview(id, amountsOf(query), me));
  }

  /** Two to four people side by side. */
  @Get(':id/comparison')
  async comparison(@Id() id: string, @Query() query: ComparisonQueryDto, @Me() me: Actor) {
    return listed(await this.studies.comparison(id, query.number, me));
  }

  /** Everybody in the run as comma-separated values. */
  @Get(':id/table.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="shortlist.csv"')
  @Header('cache-control', 'no-store')
  csv(@Id() id: string, @Me() me: Actor) {
    return this.exports.csv(id, me);
  }

  /** Everybody in the run as a workbook. */
  @Get(':id/table.xlsx')
  @Header('cache-control', 'no-store')
  async workbook(@Id() id: string, @Me() me: Actor) {
    return new StreamableFile(await this.exports.workbook(id, me), {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      disposition: 'attachment; filename="shortlist.xlsx"',
    });
  }

  /** The whole run with its frozen roster, so that it can be replayed elsewhere. */
  @Get(':id/document')
  @Header('cache-control', 'no-store')
  async document(@Id() id: string, @Me() me: Actor) {
    return new StreamableFile(Readable.from(await this.records.document(id, me)), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="shortlist.json"',
    });
  }
}

@Api('shortlists')
export class StatementsController {
  constructor(
    private readonly records: RunRecords,
    private readonly statements: RunStatements,
  ) {}

  /** Analyses and signatures, oldest first. */
  @Get(':id/statements')
  @Allow('records:read')
  async list(@Id() id: string, @Me() me: Actor) {
    await this.records.input(id, me);
    return this.statements.of(id);
  }

  /** Writes down why the list is as it is. */
  @Post(':id/analyses')
  @Allow('shortlists:sign')
  analyse(@Id() id: string, @Body() dto: AnalysisDto, @Me() me: Actor) {
    return this.statements.analyse(id, dto.text, me);
  }

  /** Signs the list with name, role and time. */
  @Post(':id/sign-offs')
  @Allow('shortlists:sign')
  sign(@Id() id: string, @Body() dto: SignOffDto, @Me() me: Actor) {
    return this.statements.sign(id, dto.remark ?? '', me);
  }
}

import { Get, Header, Query } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Me } from '../../platform/http/index.js';
import { FiguresQueryDto } from './figures.dto.js';
import { Figures } from './figures.service.js';
import { FiguresView } from './figures-view.dto.js';

@Api('figures')
@Allow('surge:read')
export class FiguresController {
  constructor(private readonly figures: Figures) {}

  /** Times by stage against their clock, answers to offers, gaps by language and theme, and requests that were not met. */
  @Get()
  of(@Query() { year }: FiguresQueryDto, @Me() me: Actor): Promise<FiguresView> {
    return this.figures.of(year, me);
  }

  /** One line for each request of the year, with the seconds of each stage. */
  @Get('requests.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="surge-requests.csv"')
  @ApiProduces('text/csv')
  csv(@Query() { year }: FiguresQueryDto, @Me() me: Actor): Promise<string> {
    return this.figures.csv(year, me);
  }
}

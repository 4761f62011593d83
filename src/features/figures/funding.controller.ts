import { Get, Query } from '@nestjs/common';
import { Allow, Api } from '../../platform/http/index.js';
import { FiguresQueryDto } from './figures.dto.js';
import { Funding, type FundingFigures } from './funding.service.js';

@Api('funding')
@Allow('funding:read')
export class FundingController {
  constructor(private readonly funding: Funding) {}

  /** The plan of the strategy by year, in full and by the decreasing scale, and what the requests of a year ask of each source. */
  @Get()
  of(@Query() { year }: FiguresQueryDto): Promise<FundingFigures> {
    return this.funding.of(year);
  }
}

import { Get, Query } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Me } from '../../platform/http/index.js';
import { Pages, page } from '../../web/index.js';
import { FiguresQueryDto } from './figures.dto.js';
import { Funding } from './funding.service.js';
import { FundingScreen } from './views/funding-page.js';

@Pages('funding')
@Allow('funding:read')
export class FundingPages {
  constructor(private readonly funding: Funding) {}

  @Get()
  async show(@Query() { year }: FiguresQueryDto, @Me() me: Actor) {
    return page({ title: 'Funding', me, wide: true }, <FundingScreen figures={await this.funding.of(year)} />);
  }
}

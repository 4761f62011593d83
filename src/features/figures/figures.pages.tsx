import { Get, Query } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Me } from '../../platform/http/index.js';
import { Pages, page } from '../../web/index.js';
import { FiguresQueryDto } from './figures.dto.js';
import { Figures } from './figures.service.js';
import { FiguresScreen } from './views/figures-page.js';

@Pages('figures')
@Allow('surge:read')
export class FiguresPages {
  constructor(private readonly figures: Figures) {}

  @Get()
  async show(@Query() { year }: FiguresQueryDto, @Me() me: Actor) {
    const figures = await this.figures.of(year, me);
    return page({ title: 'Surge in figures', me, wide: true }, <FiguresScreen figures={figures} thisYear={this.figures.thisYear()} />);
  }
}

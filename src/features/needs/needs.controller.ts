import { Body, Get, HttpCode, Param, Put } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import type { CountryCode } from '../../core/expert.js';
import type { Theme } from '../../core/themes.js';
import { Allow, Api, Me } from '../../platform/http/index.js';
import { CountryPipe } from './country.pipe.js';
import { ContextDto, contextOf, WeightDto, WeightsDto, weightsOf } from './needs.dto.js';
import { Needs } from './needs.service.js';
import { ThemePipe } from './theme.pipe.js';

@Api('needs')
export class NeedsController {
  constructor(private readonly needs: Needs) {}

  /** Every country with needs, by name, with its three heaviest themes. */
  @Get()
  @Allow('needs:read')
  list(@Me() me: Actor) {
    return this.needs.list(me);
  }

  /** A country's needs: themes with counts, points, terms and weights; languages, flags, and the weights set by hand. */
  @Get(':country')
  @Allow('needs:read')
  one(@Param('country', CountryPipe) country: CountryCode, @Me() me: Actor) {
    return this.needs.show(country, me);
  }

  /** Sets the weight of a theme by hand with a reason, or goes back to the computed one without a weight. */
  @Put(':country/overrides/:theme')
  @HttpCode(204)
  @Allow('needs:edit')
  override(
    @Param('country', CountryPipe) country: CountryCode,
    @Param('theme', ThemePipe) theme: Theme,
    @Body() dto: WeightDto,
    @Me() me: Actor,
  ) {
    return this.needs.override(country, theme, dto.weight ?? null, dto.reason, me);
  }

  /** Sets the weights of several themes by hand, for one reason; all of them or none. */
  @Put(':country/overrides')
  @HttpCode(204)
  @Allow('needs:edit')
  overrideAll(@Param('country', CountryPipe) country: CountryCode, @Body() dto: WeightsDto, @Me() me: Actor) {
    return this.needs.overrideAll(country, weightsOf(dto), dto.reason, me);
  }

  /** States the country's situation: flags, languages, regional capacity, what the assessment adds. */
  @Put(':country/context')
  @HttpCode(204)
  @Allow('needs:edit')
  setContext(@Param('country', CountryPipe) country: CountryCode, @Body() dto: ContextDto, @Me() me: Actor) {
    return this.needs.setContext(country, contextOf(dto), me);
  }
}

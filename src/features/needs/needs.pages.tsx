import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { type Actor, may, seesCountry } from '../../core/access.js';
import type { CountryCode } from '../../core/expert.js';
import type { CountryNeed, NeedSummary } from '../../core/needs.js';
import { Allow, Me } from '../../platform/http/index.js';
import { COUNTRY_CODES, countryName } from '../../platform/reference-data/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { CountryPipe, countryIn } from './country.pipe.js';
import { ContextDto, contextOf, NeedsQueryDto, WeightsDto, weightsOf } from './needs.dto.js';
import { Needs } from './needs.service.js';
import { ContextForm } from './views/context-form.js';
import { CountryNeedView } from './views/country-need.js';
import { NeedsList, type NeedsPage } from './views/needs-list.js';
import { WeightForm } from './views/weight-form.js';

const PAGE_SIZE = 40;

@Pages('needs')
export class NeedsPages {
  constructor(private readonly needs: Needs) {}

  @Get()
  @Allow('needs:read')
  async list(@Query() query: NeedsQueryDto, @Me() me: Actor) {
    const found = pageOf(query, await this.needs.list(me), me);
    return page({ title: 'Country needs', me, wide: true }, <NeedsList found={found} mayEdit={may(me, 'needs:edit')} />);
  }

  @Get(':country')
  @Allow('needs:read')
  async country(@Param('country') typed: string, @Me() me: Actor) {
    const country = countryIn(typed);
    const need = await this.needs.show(country, me);
    if (country !== typed) return redirect(`/needs/${country}`);
    return page(
      { title: `Needs of ${countryName(country)}`, me, wide: true },
      <CountryNeedView need={need} mayEdit={may(me, 'needs:edit')} />,
    );
  }

  @Get(':country/weights')
  @Allow('needs:edit')
  async weights(@Param('country', CountryPipe) country: CountryCode, @Me() me: Actor) {
    await this.needs.show(country, me);
    return weightPage(country, me, new Form<WeightsDto>());
  }

  @Post(':country/weights')
  @Allow('needs:edit')
  async setWeights(@Param('country', CountryPipe) country: CountryCode, @Body() body: unknown, @Me() me: Actor) {
    return submit(WeightsDto, body, {
      act: async (dto) => {
        await this.needs.overrideAll(country, weightsOf(dto), dto.reason, me);
        return redirect(`/needs/${country}`);
      },
      again: (form) => weightPage(country, me, form),
    });
  }

  @Get(':country/context')
  @Allow('needs:edit')
  async context(@Param('country', CountryPipe) country: CountryCode, @Me() me: Actor) {
    return contextPage(country, me, filled(await this.needs.show(country, me)));
  }

  @Post(':country/context')
  @Allow('needs:edit')
  async setContext(@Param('country', CountryPipe) country: CountryCode, @Body() body: unknown, @Me() me: Actor) {
    return submit(ContextDto, body, {
      act: async (dto) => {
        await this.needs.setContext(country, contextOf(dto), me);
        return redirect(`/needs/${country}`);
      },
      again: (form) => contextPage(country, me, form),
    });
  }
}

function weightPage(country: CountryCode, me: Actor, form: Form<WeightsDto>) {
  return page({ title: `Set weights for ${countryName(country)}`, me }, <WeightForm country={country} form={form} />);
}

function contextPage(country: CountryCode, me: Actor, form: Form<ContextDto>) {
  return page({ title: `Situation of ${countryName(country)}`, me }, <ContextForm country={country} form={form} />);
}

function filled({ flags, languages, regionalCapacity, assessment, version }: CountryNeed): Form<ContextDto> {
  return Form.filledWith<ContextDto>({ flags, ...languages, regionalCapacity, assessment, version });
}

/** Without a search the countries that have needs; with one, every country of such a name that the actor may see. */
function pageOf(query: NeedsQueryDto, known: readonly NeedSummary[], me: Actor): NeedsPage {
  const search = query.country?.trim() ?? '';
  const all = search === '' ? known : named(search, known, me);
  const number = Math.min(query.page ?? 1, Math.max(1, Math.ceil(all.length / PAGE_SIZE)));
  return { needs: all.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE), page: number, pageSize: PAGE_SIZE, total: all.length, search };
}

function named(search: string, known: readonly NeedSummary[], me: Actor): NeedSummary[] {
  const byCountry = new Map(known.map((need) => [need.country, need]));
  return COUNTRY_CODES.filter((code) => seesCountry(me, code) && countryName(code).toLowerCase().includes(search.toLowerCase())).map(
    (country) => byCountry.get(country) ?? { country, source: 'none', recommendations: 0, top: [], flags: [] },
  );
}

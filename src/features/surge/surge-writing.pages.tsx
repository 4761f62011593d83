import { Body, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import type { Actor } from '../../core/access.js';
import { DomainError } from '../../core/errors.js';
import { themeWeights } from '../../core/needs.js';
import { newId } from '../../platform/database/index.js';
import { Allow, Me } from '../../platform/http/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { Needs } from '../needs/index.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { SurgeRequests } from './services/surge-requests.service.js';
import { ChangedSurgeRequestDto, NewSurgeRequestDto } from './surge.dto.js';
import { RequestForm } from './views/request-form.js';

/** A new request with the token of its form, so that sending it twice makes one. */
export class NewSurgeRequestForm extends NewSurgeRequestDto {
  @IsUUID('all', { message: 'Load the page again and fill it in there.' })
  formToken!: string;
}

/** As many themes of the country's needs as are ticked beforehand. */
const THEMES_PREFILLED = 3;

/** Writing a request, for the office that asks. */
@Pages('surge')
export class SurgeWritingPages {
  constructor(
    private readonly requests: SurgeRequests,
    private readonly reader: SurgeReader,
    private readonly needs: Needs,
  ) {}

  @Get('new')
  @Allow('surge:request')
  async write(@Me() me: Actor) {
    const needs = await this.needs.of(countryOf(me));
    const themes = Object.entries(themeWeights(needs))
      .sort((a, b) => b[1] - a[1])
      .slice(0, THEMES_PREFILLED)
      .map(([theme]) => theme);
    const prefilled = {
      urgency: 'urgent',
      severity: 3,
      seats: 1,
      level: 'P-4',
      fundingSource: 'undecided',
      languages: needs.languages.required,
      themes,
    };
    return this.form(Form.filledWith(prefilled), newId(), me);
  }

  @Post()
  @Allow('surge:request')
  begin(@Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(NewSurgeRequestForm, body, {
      act: async ({ formToken, ...dto }) => redirect(`/surge/${(await this.requests.begin(dto, me, formToken)).id}`),
      again: (form) => this.form(form, form.value('formToken') || newId(), me),
    });
  }

  @Get(':id/edit')
  @Allow('surge:request')
  async edit(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor) {
    const request = await this.reader.request(id, me);
    return this.changing(Form.filledWith(request), id, request.version, me);
  }

  @Post(':id/edit')
  @Allow('surge:request')
  change(@Param('id', ParseUUIDPipe) id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(ChangedSurgeRequestDto, body, {
      act: async (dto) => redirect(`/surge/${(await this.requests.edit(id, dto, me)).id}`),
      again: (form) => this.changing(form, id, Number(form.value('version')) || 0, me),
    });
  }

  private form(form: Form, formToken: string, me: Actor) {
    return page({ title: 'Ask for surge', me }, <RequestForm form={form} action="/surge" country={countryOf(me)} hidden={{ formToken }} />);
  }

  private changing(form: Form, id: string, version: number, me: Actor) {
    return page(
      { title: 'Go on with a draft', me },
      <RequestForm form={form} action={`/surge/${id}/edit`} country={countryOf(me)} hidden={{ version: String(version) }} />,
    );
  }
}

function countryOf(me: Actor): string {
  if (me.country === null) throw new DomainError('access.not-allowed', 'Only an office with a country can ask for surge.');
  return me.country;
}

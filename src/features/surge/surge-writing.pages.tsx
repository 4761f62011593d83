import { Body, Get, Post } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsUUID } from 'class-validator';
import type { Actor } from '../../core/access.js';
import { DomainError } from '../../core/errors.js';
import { themeWeights } from '../../core/needs.js';
import { missingFields } from '../../core/surge-ask.js';
import type { Theme } from '../../core/themes.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/database/index.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { Form, fragment, Pages, page, redirect, submit } from '../../web/index.js';
import { Needs } from '../needs/index.js';
import type { SurgeRequest } from './entities/surge-request.entity.js';
import { SurgeDrafts } from './services/surge-drafts.service.js';
import { SurgeQueueReader } from './services/surge-queue-reader.service.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { NewSurgeRequestDto } from './surge.dto.js';
import { Kept, NotKept } from './views/kept.js';
import { RequestForm } from './views/request-form.js';

const RELOAD = { message: 'Load the page again and fill it in there.' };

/** A request as its form sends it, with what tells the form from others. */
export class SurgeRequestForm extends NewSurgeRequestDto {
  @IsUUID('all', RELOAD)
  formToken!: string;

  /** The version that the form last heard of; empty before the first. */
  @IsOptional()
  @IsInt(RELOAD)
  @Transform(({ value }) => (value === undefined || value === '' ? undefined : Number(value)))
  version?: number;
}

/** As many themes of the country's needs as are ticked beforehand. */
const THEMES_PREFILLED = 3;

/** Writing a request, for the office that asks. What is typed is kept as a draft, by a script or by a button. */
@Pages('surge')
export class SurgeWritingPages {
  constructor(
    private readonly drafts: SurgeDrafts,
    private readonly queue: SurgeQueueReader,
    private readonly reader: SurgeReader,
    private readonly needs: Needs,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Allow('surge:request')
  async write(@Me() me: Actor) {
    const needs = await this.needs.of(countryOf(me));
    const themes = Object.entries(themeWeights(needs))
      .sort((a, b) => b[1] - a[1])
      .slice(0, THEMES_PREFILLED)
      .map(([theme]) => theme as Theme);
    const prefilled = {
      urgency: 'urgent',
      severity: 3,
      seats: 1,
      level: 'P-4',
      fundingSource: 'undecided',
      languages: needs.languages.required,
      themes,
      formToken: newId(),
    };
    return this.form(Form.filledWith(prefilled), me, undefined, themes);
  }

  @Post()
  @Allow('surge:request')
  begin(@Body() body: Record<string, unknown>, @Me() me: Actor) {
    return this.sent(body, me);
  }

  @Post('drafts')
  @Allow('surge:request')
  keepNew(@Body() body: Record<string, unknown>, @Me() me: Actor) {
    return this.kept(body, me);
  }

  @Get(':id/edit')
  @Allow('surge:request')
  async edit(@Id() id: string, @Me() me: Actor) {
    return this.form(Form.filledWith({ ...(await this.reader.request(id, me)), formToken: newId() }), me, id);
  }

  @Post(':id/edit')
  @Allow('surge:request')
  change(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return this.sent(body, me, id);
  }

  @Post(':id/drafts')
  @Allow('surge:request')
  keepOn(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return this.kept(body, me, id);
  }

  /** Kept first and submitted then, so that what is not complete yet is not lost either. */
  private sent(body: Record<string, unknown>, me: Actor, id?: string) {
    return submit(SurgeRequestForm, body, {
      act: async ({ formToken: token, version, submit: complete, ...dto }) => {
        const draft = await this.drafts.keep(dto, { id, token, version }, me);
        if (complete) await this.drafts.keep({ ...dto, submit: true }, { id: draft.id, token, version: draft.version }, me);
        return redirect(`/surge/${draft.id}`);
      },
      partly: async (right) => (await this.keepRight(right, me, id)).problems,
      again: (form) => this.form(form, me, id),
    });
  }

  /** Called by the form while somebody types: answers with a line that says whether it is kept. */
  private kept(body: Record<string, unknown>, me: Actor, id?: string) {
    let right: SurgeRequest | undefined;
    return submit(SurgeRequestForm, body, {
      act: async ({ formToken, version, submit: _, ...dto }) => {
        const draft = await this.drafts.keep(dto, { id, token: formToken, version }, me);
        return fragment(<Kept draft={{ ...draft, at: this.clock.iso() }} />);
      },
      partly: async (dto) => {
        right = (await this.keepRight(dto, me, id)).draft;
        return [];
      },
      again: (form) =>
        fragment(
          <NotKept
            version={form.value('version')}
            sentences={form.summary ? [form.summary] : form.problems.map(({ message }) => message)}
            rest={right}
          />,
        ),
    });
  }

  /** What is right in a form is kept although something else is wrong, and what would be missing to submit it is said as well. */
  private async keepRight({ formToken: token, version, submit: complete, ...dto }: SurgeRequestForm, me: Actor, id?: string) {
    if (!token) return { problems: [] };
    const draft = await this.drafts.keep(dto, { id, token, version }, me);
    return { draft, problems: complete ? missingFields(draft, this.clock.today()) : [] };
  }

  private async form(form: Form, me: Actor, id?: string, prefilled: readonly Theme[] = []) {
    const drafts = await this.queue.drafts(me);
    const named = form.value('formToken') ? form : new Form({ ...form.values, formToken: newId() }, form.problems, form.summary);
    const own = drafts.find((draft) => draft.lastForm === named.value('formToken'));
    return page(
      { title: id === undefined ? 'Ask for surge' : 'Go on with a draft', me, enhanced: true },
      <RequestForm
        form={named}
        id={id}
        country={countryOf(me)}
        prefilled={prefilled}
        kept={own}
        drafts={id === undefined && !own ? drafts : []}
      />,
    );
  }
}

function countryOf(me: Actor): string {
  if (me.country === null) throw new DomainError('access.not-allowed', 'Only an office with a country can ask for surge.');
  return me.country;
}

import { Body, Get, Post, Query } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { Allow, Me } from '../../platform/http/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { DegreeTerms } from './degree-terms.service.js';
import { DegreeTermDto, DegreeTitleDto } from './rules.dto.js';
import { DegreeTermsPage } from './views/degree-terms.js';
import { RulesPage } from './views/rules.js';

/** Every rule with its source, for everybody; the list of degree names, which administrators change. */
@Pages('rules')
export class RulesPages {
  constructor(private readonly degrees: DegreeTerms) {}

  @Get()
  @Allow('rules:read')
  rules(@Me() me: Actor) {
    return page({ title: 'Rules and where they stand', me, wide: true }, <RulesPage />);
  }

  @Get('degrees')
  @Allow('rules:read')
  terms(@Query() { title = '' }: DegreeTitleDto, @Me() me: Actor) {
    return this.list(new Form(), title, me);
  }

  @Post('degrees')
  @Allow('rules:edit')
  change(@Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(DegreeTermDto, body, {
      act: async (dto) => {
        await this.degrees.change(dto, me);
        return redirect('/rules/degrees#history');
      },
      again: (form) => this.list(form, '', me),
    });
  }

  private async list(form: Form, title: string, me: Actor) {
    const view = await this.degrees.show();
    const proposal = title === '' ? null : await this.degrees.propose(title);
    return page(
      { title: 'Names of degrees', me, wide: true },
      <DegreeTermsPage view={view} form={form} title={title} proposal={proposal} mayChange={may(me, 'rules:edit')} />,
    );
  }
}

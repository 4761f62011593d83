import { Body, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { Form, Pages, page, submit } from '../../web/index.js';
import { FindingsDto } from './panel.dto.js';
import { fruitful, PanelFindings } from './panel-findings.service.js';
import { FindingsPage } from './views/findings-page.js';

/** What a panel found out, put on the expert's record. */
@Pages('panels/:id/candidates/:letter/findings')
export class PanelFindingsPages {
  constructor(private readonly findings: PanelFindings) {}

  @Get()
  @Allow('panels:edit')
  show(@Id() id: string, @Param('letter') letter: string, @Me() me: Actor) {
    return this.shown(id, letter, me);
  }

  @Post()
  @Allow('panels:edit')
  record(@Id() id: string, @Param('letter') letter: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(FindingsDto, body, {
      act: async (dto) => {
        const view = await this.findings.record(id, letter, dto, me);
        return page({ title: titleOf(letter), me }, <FindingsPage view={view} form={new Form()} />);
      },
      again: (form) => this.shown(id, letter, me, form),
    });
  }

  private async shown(id: string, letter: string, me: Actor, refused?: Form<FindingsDto>) {
    const view = await this.findings.proposal(id, letter, me);
    const form = refused ?? Form.filledWith<FindingsDto>({ criteria: fruitful(view) });
    return page({ title: titleOf(letter), me }, <FindingsPage view={view} form={form} />);
  }
}

const titleOf = (letter: string) => `What the panel found out about candidate ${letter}`;

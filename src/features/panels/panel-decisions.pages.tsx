import { Body, Get, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { ConfirmationDto, DecisionDto, ReturnDto } from './panel.dto.js';
import { PanelDecisions } from './panel-decisions.service.js';
import { PanelResults } from './panel-results.service.js';
import { type ResultForms, ResultPage } from './views/result-page.js';

/** What came out of a panel, and the steps to its decision. */
@Pages('panels/:id')
export class PanelDecisionPages {
  constructor(
    private readonly results: PanelResults,
    private readonly decisions: PanelDecisions,
  ) {}

  @Get('result')
  @Allow('panels:read')
  show(@Id() id: string, @Me() me: Actor) {
    return this.shown(id, me, {});
  }

  @Post('decision')
  @Allow('panels:rate')
  propose(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(DecisionDto, body, {
      act: async (dto) => {
        await this.decisions.propose(id, dto, me);
        return redirect(`/panels/${id}/result`);
      },
      again: (decision) => this.shown(id, me, { decision }),
    });
  }

  @Post('confirmation')
  @Allow('panels:rate')
  confirm(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(ConfirmationDto, body, {
      act: async (dto) => {
        await this.decisions.confirm(id, dto, me);
        return redirect(`/panels/${id}/result`);
      },
      again: (confirmation) => this.shown(id, me, { confirmation }),
    });
  }

  @Post('return')
  @Allow('panels:rate')
  sendBack(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(ReturnDto, body, {
      act: async (dto) => {
        await this.decisions.sendBack(id, dto, me);
        return redirect(`/panels/${id}/result`);
      },
      again: (form) => this.shown(id, me, { sendBack: form }),
    });
  }

  private async shown(id: string, me: Actor, refused: Partial<ResultForms>) {
    const result = await this.results.result(id, me);
    const empty = new Form();
    return page(
      { title: 'Result of the panel', me, wide: true },
      <ResultPage result={result} forms={{ decision: empty, sendBack: empty, confirmation: empty, ...refused }} />,
    );
  }
}

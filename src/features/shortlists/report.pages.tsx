import { Body, Get, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { AnalysisDto, SignOffDto } from './record.dto.js';
import { RunStatements } from './run-statements.service.js';
import { RunStudies } from './run-studies.service.js';
import { ShortlistViews } from './shortlist-views.service.js';
import { ReportPage } from './views/record/report-page.js';

/** The list as a document, with what people state about it. */
@Pages('shortlists')
export class ReportPages {
  constructor(
    private readonly views: ShortlistViews,
    private readonly studies: RunStudies,
    private readonly statements: RunStatements,
  ) {}

  @Get(':id/report')
  @Allow('records:read')
  show(@Id() id: string, @Me() me: Actor) {
    return this.document(id, {}, me);
  }

  @Post(':id/analysis')
  @Allow('shortlists:sign')
  analyse(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(AnalysisDto, body, {
      act: async ({ text }) => {
        await this.statements.analyse(id, text, me);
        return redirect(`/shortlists/${id}/report`);
      },
      again: (analysis) => this.document(id, { analysis }, me),
    });
  }

  @Post(':id/sign-off')
  @Allow('shortlists:sign')
  sign(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(SignOffDto, body, {
      act: async ({ remark }) => {
        await this.statements.sign(id, remark ?? '', me);
        return redirect(`/shortlists/${id}/report`);
      },
      again: (signOff) => this.document(id, { signOff }, me),
    });
  }

  private async document(id: string, forms: { readonly analysis?: Form; readonly signOff?: Form }, me: Actor) {
    const view = await this.views.show(id, 1, me);
    const [balance, statements] = [await this.studies.balance(id, me), await this.statements.of(id)];
    const { analysis = new Form(), signOff = new Form() } = forms;
    return page(
      { title: 'Report on a shortlist', me, wide: true },
      <ReportPage view={view} balance={balance} statements={statements} analysis={analysis} signOff={signOff} me={me} />,
    );
  }
}

import { Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { countryName } from '../../platform/reference-data/index.js';
import { Form, Pages, page, submit } from '../../web/index.js';
import { amountsOf, ComparisonQueryDto, PreviewQueryDto, RobustnessQueryDto } from './record.dto.js';
import { RunRecords } from './run-records.service.js';
import { RunStudies } from './run-studies.service.js';
import type { ShortlistRun } from './shortlist.entity.js';
import { BalancePage } from './views/record/balance-page.js';
import { ComparisonPage } from './views/record/comparison-page.js';
import { DiffPage } from './views/record/diff-page.js';
import { ReplayPage } from './views/record/replay-page.js';
import { RobustnessPage } from './views/record/robustness-page.js';
import { WeightsPage } from './views/record/weights-page.js';

/** What can be asked of a run beyond its order. Nothing here changes a run. */
@Pages('shortlists')
@Allow('records:read')
export class RecordPages {
  constructor(
    private readonly records: RunRecords,
    private readonly studies: RunStudies,
  ) {}

  @Post(':id/replay')
  async replay(@Id() id: string, @Me() me: Actor) {
    return page({ title: 'Replay of a shortlist', me }, <ReplayPage runId={id} result={await this.records.replay(id, me)} />);
  }

  @Get(':id/diff/:other')
  async diff(@Id() id: string, @Id('other') other: string, @Me() me: Actor) {
    const view = await this.studies.diff(id, other, me);
    return page({ title: titled('What changed in the shortlist', view.run), me, wide: true }, <DiffPage view={view} />);
  }

  @Get(':id/robustness')
  robustness(@Id() id: string, @Query() query: Record<string, unknown>, @Me() me: Actor) {
    const show = async (asked: RobustnessQueryDto, form: Form) => {
      const view = await this.studies.robustness(id, asked, me);
      return page({ title: titled('How firm the ranks are', view.run), me, wide: true }, <RobustnessPage view={view} form={form} />);
    };
    return submit(RobustnessQueryDto, query, {
      act: (asked) => show(asked, Form.filledWith({ ...asked })),
      again: (form) => show(new RobustnessQueryDto(), form),
    });
  }

  @Get(':id/balance')
  async balance(@Id() id: string, @Me() me: Actor) {
    const view = await this.studies.balance(id, me);
    return page({ title: titled('Balance of the shortlist', view.run), me }, <BalancePage view={view} />);
  }

  @Get(':id/weights')
  weights(@Id() id: string, @Query() query: Record<string, unknown>, @Me() me: Actor) {
    const show = async (asked: PreviewQueryDto, entry: 'sliders' | 'numbers', form?: Form) => {
      const view = await this.studies.preview(id, amountsOf(asked), me);
      return page(
        { title: titled('Other weights', view.run), me, wide: true, enhanced: true },
        <WeightsPage view={view} entry={entry} problems={form} />,
      );
    };
    return submit(PreviewQueryDto, query, {
      act: (asked) => show(asked, asked.entry ?? 'sliders'),
      // A slider cannot be set to what was refused; a number beside its sentence can.
      again: (form) => show(new PreviewQueryDto(), 'numbers', form),
    });
  }

  @Get(':id/compare')
  compare(@Id() id: string, @Query() query: Record<string, unknown>, @Me() me: Actor) {
    const show = async (numbers: readonly number[], form: Form) => {
      const view = await this.studies.comparison(id, numbers, me);
      return page({ title: titled('Side by side', view.run), me, wide: true }, <ComparisonPage view={view} form={form} />);
    };
    return submit(ComparisonQueryDto, query, {
      act: ({ number }) => show(number, Form.filledWith({ number })),
      again: (form) => show([], form),
    });
  }
}

function titled(what: string, { requirement }: ShortlistRun): string {
  return `${what} for ${countryName(requirement.country)}`;
}

import { Body, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { notFound } from '../../core/errors.js';
import type { Alternative } from '../../core/surge-decision.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { SurgeAlternatives } from './services/surge-alternatives.service.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { AlternativeStepDto } from './surge-alternatives.dto.js';
import { AlternativePage } from './views/alternatives.js';

/** Something that was offered instead of a declined mission: taken up with one click, or answered and arranged on a page of its own. */
@Pages('surge/:id/alternatives/:alternative')
@Allow('surge:decide', 'surge:request')
export class SurgeAlternativePages {
  constructor(
    private readonly alternatives: SurgeAlternatives,
    private readonly reader: SurgeReader,
  ) {}

  @Get()
  show(@Id() id: string, @Param('alternative') alternative: Alternative, @Me() me: Actor) {
    return this.shown(id, alternative, me);
  }

  @Post()
  take(@Id() id: string, @Param('alternative') alternative: Alternative, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(AlternativeStepDto, body, {
      act: async (dto) => {
        const { followUpId } = await this.alternatives.take(id, alternative, dto, me);
        return redirect(dto.step === 'take-up' && followUpId ? `/surge/${followUpId}/edit` : `/surge/${id}`);
      },
      again: (form) => this.shown(id, alternative, me, form),
    });
  }

  /** What was arranged is there to be corrected. */
  private async shown(id: string, name: Alternative, me: Actor, came?: Form) {
    const { request, alternatives } = await this.reader.one(id, me);
    const one = alternatives.find(({ alternative }) => alternative === name);
    if (!one) throw notFound('alternative');
    const form = came ?? Form.filledWith({ who: one.who ?? '', until: one.until ?? '', reason: one.answerReason ?? '' });
    return page({ title: `Offered instead of ${request.reference}`, me }, <AlternativePage requestId={id} one={one} form={form} />);
  }
}

import { Body, Get, Param, Post } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { notFound } from '../../core/errors.js';
import { PANEL_CRITERIA } from '../../core/panel.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { ConsensusDto, RatingDto, RecusalDto } from './panel.dto.js';
import { PanelDecisions } from './panel-decisions.service.js';
import { PanelDeclarations } from './panel-declarations.service.js';
import { PanelRatings } from './panel-ratings.service.js';
import { PanelResults } from './panel-results.service.js';
import type { CandidateResult } from './panel-view.js';
import { PanelViews } from './panel-views.service.js';
import { CandidatePage } from './views/candidate-page.js';
import { DiscussionPage } from './views/discussion-page.js';

/** A candidate under a letter: to be rated, then to be discussed. */
@Pages('panels/:id/candidates/:letter')
export class PanelCandidatePages {
  constructor(
    private readonly views: PanelViews,
    private readonly results: PanelResults,
    private readonly ratings: PanelRatings,
    private readonly declarations: PanelDeclarations,
    private readonly decisions: PanelDecisions,
  ) {}

  @Get()
  @Allow('panels:read')
  show(@Id() id: string, @Param('letter') letter: string, @Me() me: Actor) {
    return this.card(id, letter, me, {});
  }

  @Post('rating')
  @Allow('panels:rate')
  rate(@Id() id: string, @Param('letter') letter: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(RatingDto, body, {
      act: async (dto) => {
        await this.ratings.save(id, letter, dto, me);
        return redirect(`/panels/${id}/candidates/${letter}`);
      },
      again: (rating) => this.card(id, letter, me, { rating }),
    });
  }

  @Post('recusal')
  @Allow('panels:rate')
  stepBack(@Id() id: string, @Param('letter') letter: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(RecusalDto, body, {
      act: async (dto) => {
        await this.declarations.stepBack(id, letter, dto, me);
        return redirect(`/panels/${id}`);
      },
      again: (recusal) => this.card(id, letter, me, { recusal }),
    });
  }

  @Get('discussion')
  @Allow('panels:read')
  discuss(@Id() id: string, @Param('letter') letter: string, @Me() me: Actor) {
    return this.discussion(id, letter, me);
  }

  @Post('consensus')
  @Allow('panels:rate')
  agree(@Id() id: string, @Param('letter') letter: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(ConsensusDto, body, {
      act: async (dto) => {
        await this.decisions.agree(id, letter, dto, me);
        return redirect(`/panels/${id}/result`);
      },
      again: (form) => this.discussion(id, letter, me, form),
    });
  }

  private async card(id: string, letter: string, me: Actor, refused: { rating?: Form; recusal?: Form }) {
    const view = await this.views.card(id, letter, me);
    const { scores, notes, comment } = view.mine ?? {};
    const form = refused.rating ?? Form.filledWith({ scores, notes, comment });
    return page(
      { title: `Candidate ${letter}`, me },
      <CandidatePage view={view} form={form} recusal={refused.recusal ?? new Form()} mayOpenProfile={may(me, 'roster:read')} />,
    );
  }

  private async discussion(id: string, letter: string, me: Actor, refused?: Form) {
    const result = await this.results.result(id, me);
    const candidate = result.candidates.find((each) => each.letter === letter);
    if (!candidate) throw notFound('candidate');
    return page(
      { title: `Discussing candidate ${letter}`, me, wide: true },
      <DiscussionPage result={result} candidate={candidate} form={refused ?? proposed(candidate)} />,
    );
  }
}

/** What was agreed before, or else the middle of the ratings where it is a whole number. */
function proposed({ consensus, consensusReason, spread }: CandidateResult): Form {
  if (consensus) return Form.filledWith({ scores: consensus, reason: consensusReason });
  const scores = PANEL_CRITERIA.flatMap((name) => {
    const middle = spread[name]?.medianTwice ?? 1;
    return middle % 2 === 0 ? [[name, middle / 2]] : [];
  });
  return Form.filledWith({ scores: Object.fromEntries(scores) });
}

import { Body, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import {
  ConfirmationDto,
  ConsensusDto,
  DecisionDto,
  DeclarationDto,
  MembersDto,
  NewPanelDto,
  RatingDto,
  RecusalDto,
  ResolutionDto,
  ReturnDto,
} from './panel.dto.js';
import { PanelDecisions } from './panel-decisions.service.js';
import { PanelDeclarations } from './panel-declarations.service.js';
import { PanelRatings } from './panel-ratings.service.js';
import { PanelResults } from './panel-results.service.js';
import { PanelViews } from './panel-views.service.js';
import { Panels } from './panels.service.js';

@Api('panels')
export class PanelsController {
  constructor(
    private readonly panels: Panels,
    private readonly declarations: PanelDeclarations,
    private readonly views: PanelViews,
  ) {}

  /** Panels that you may see, newest first. */
  @Get()
  @Allow('panels:read')
  list(@Me() me: Actor) {
    return this.views.list(me);
  }

  /** A panel over the first candidates of a shortlist run. */
  @Post()
  @Allow('panels:edit')
  async setUp(@Body() dto: NewPanelDto, @Me() me: Actor) {
    return this.views.overview((await this.panels.setUp(dto, me)).id, me);
  }

  /** Members, progress, and candidates by letter. */
  @Get(':id')
  @Allow('panels:read')
  show(@Id() id: string, @Me() me: Actor) {
    return this.views.overview(id, me);
  }

  /** Declares whether you have a conflict of interest; before that nothing is shown. */
  @Post(':id/declaration')
  @HttpCode(200)
  @Allow('panels:rate')
  async declare(@Id() id: string, @Body() dto: DeclarationDto, @Me() me: Actor) {
    await this.declarations.declare(id, dto, me);
    return this.views.overview(id, me);
  }

  /** Excuses a member, invites another, or gives the chair to somebody else. */
  @Post(':id/members')
  @HttpCode(200)
  @Allow('panels:edit')
  async changeMembers(@Id() id: string, @Body() dto: MembersDto, @Me() me: Actor) {
    await this.panels.changeMembers(id, dto, me);
    return this.views.overview(id, me);
  }

  /** Gives the panel up, with a reason. */
  @Post(':id/dissolution')
  @HttpCode(200)
  @Allow('panels:edit')
  async dissolve(@Id() id: string, @Body() dto: ReturnDto, @Me() me: Actor) {
    await this.panels.dissolve(id, dto, me);
    return this.views.overview(id, me);
  }

  /** Records how a described conflict compares with the candidates. */
  @Post(':id/conflicts')
  @HttpCode(200)
  @Allow('panels:edit')
  async resolve(@Id() id: string, @Body() dto: ResolutionDto, @Me() me: Actor) {
    await this.declarations.resolve(id, dto, me);
    return this.views.overview(id, me);
  }
}

@Api('panels/:id/candidates/:letter')
export class PanelCandidatesController {
  constructor(
    private readonly views: PanelViews,
    private readonly ratings: PanelRatings,
    private readonly declarations: PanelDeclarations,
    private readonly decisions: PanelDecisions,
  ) {}

  /** What counts about a candidate; name and ratings of others after your own is in. */
  @Get()
  @Allow('panels:read')
  card(@Id() id: string, @Param('letter') letter: string, @Me() me: Actor) {
    return this.views.card(id, letter, me);
  }

  /** Keeps your rating, or hands it in. */
  @Put('rating')
  @Allow('panels:rate')
  async rate(@Id() id: string, @Param('letter') letter: string, @Body() dto: RatingDto, @Me() me: Actor) {
    await this.ratings.save(id, letter, dto, me);
    return this.views.card(id, letter, me);
  }

  /** Steps back from a candidate because of a conflict of interest. */
  @Post('recusal')
  @HttpCode(200)
  @Allow('panels:rate')
  async stepBack(@Id() id: string, @Param('letter') letter: string, @Body() dto: RecusalDto, @Me() me: Actor) {
    await this.declarations.stepBack(id, letter, dto, me);
    return this.views.overview(id, me);
  }

  /** Records what the panel agreed on. */
  @Put('consensus')
  @Allow('panels:rate')
  async agree(@Id() id: string, @Param('letter') letter: string, @Body() dto: ConsensusDto, @Me() me: Actor) {
    await this.decisions.agree(id, letter, dto, me);
    return this.views.card(id, letter, me);
  }
}

@Api('panels/:id')
export class PanelDecisionController {
  constructor(
    private readonly results: PanelResults,
    private readonly decisions: PanelDecisions,
  ) {}

  /** Ratings beside each other, both orders, the decision and its history. */
  @Get('result')
  @Allow('panels:read')
  result(@Id() id: string, @Me() me: Actor) {
    return this.results.result(id, me);
  }

  /** Proposes an outcome for every candidate. */
  @Post('decision')
  @HttpCode(200)
  @Allow('panels:rate')
  async propose(@Id() id: string, @Body() dto: DecisionDto, @Me() me: Actor) {
    await this.decisions.propose(id, dto, me);
    return this.results.result(id, me);
  }

  /** Confirms the proposal as a second person. */
  @Post('confirmation')
  @HttpCode(200)
  @Allow('panels:rate')
  async confirm(@Id() id: string, @Body() dto: ConfirmationDto, @Me() me: Actor) {
    await this.decisions.confirm(id, dto, me);
    return this.results.result(id, me);
  }

  /** Sends the proposal back to the discussion. */
  @Post('return')
  @HttpCode(200)
  @Allow('panels:rate')
  async sendBack(@Id() id: string, @Body() dto: ReturnDto, @Me() me: Actor) {
    await this.decisions.sendBack(id, dto, me);
    return this.results.result(id, me);
  }
}

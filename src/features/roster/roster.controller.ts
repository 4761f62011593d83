import { Body, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import { CreateExpertDto, DecisionDto, JoinDto, UpdateExpertDto } from './expert.dto.js';
import { RosterMemberships } from './roster-memberships.service.js';
import { RosterProfiles } from './roster-profiles.service.js';
import { RosterSearch } from './roster-search.service.js';
import { ExpertFilters } from './search.dto.js';

@Api('experts')
export class RosterController {
  constructor(
    private readonly roster: RosterSearch,
    private readonly profiles: RosterProfiles,
    private readonly memberships: RosterMemberships,
  ) {}

  /** A page of the experts that fit every filter, by roster number, and how many there are in all. */
  @Get()
  @Allow('roster:read')
  list(@Query() filters: ExpertFilters, @Me() me: Actor) {
    return this.roster.search(filters, me);
  }

  /** A whole profile with its memberships and the decisions on them. */
  @Get(':id')
  @Allow('roster:read')
  one(@Id() id: string, @Me() me: Actor) {
    return this.profiles.view(id, me);
  }

  /** Enters an expert; the answer carries the roster number. Focal points propose staff of their own agency. */
  @Post()
  @Allow('roster:edit', 'roster:propose')
  create(@Body() dto: CreateExpertDto, @Me() me: Actor) {
    return this.profiles.create(dto, me);
  }

  /** Replaces a profile. Send the version that you read; parts keep their ids when you send them. */
  @Put(':id')
  @Allow('roster:edit')
  update(@Id() id: string, @Body() dto: UpdateExpertDto, @Me() me: Actor) {
    return this.profiles.update(id, dto, me);
  }

  /** Adds an expert to a roster. */
  @Post(':id/memberships')
  @HttpCode(204)
  @Allow('roster:edit', 'roster:propose')
  join(@Id() id: string, @Body() dto: JoinDto, @Me() me: Actor) {
    return this.memberships.join(id, dto, me);
  }

  /** Moves a membership one step, with a reason. */
  @Post(':id/decisions')
  @HttpCode(204)
  @Allow('roster:vet', 'roster:propose', 'roster:edit')
  decide(@Id() id: string, @Body() dto: DecisionDto, @Me() me: Actor) {
    return this.memberships.decide(id, dto, me);
  }
}

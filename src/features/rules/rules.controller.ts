import { Body, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Me } from '../../platform/http/index.js';
import { RULES } from './catalogue.js';
import { DegreeTerms } from './degree-terms.service.js';
import { DegreeTermDto, DegreeTitleDto } from './rules.dto.js';

@Api('rules')
export class RulesController {
  constructor(private readonly degrees: DegreeTerms) {}

  /** Every rule with its number, where it stands, and whether a policy can change it. */
  @Get()
  @Allow('rules:read')
  rules() {
    return RULES;
  }

  /** How names of degrees and subjects are read, with every change ever made, oldest first. */
  @Get('degree-terms')
  @Allow('rules:read')
  terms() {
    return this.degrees.show();
  }

  /** What the list reads in the title of a degree: a proposal to confirm. */
  @Get('degree-proposal')
  @Allow('rules:read')
  propose(@Query() { title = '' }: DegreeTitleDto) {
    return this.degrees.propose(title);
  }

  /** Adds, changes or takes out a term, with a reason. */
  @Post('degree-terms')
  @Allow('rules:edit')
  change(@Body() dto: DegreeTermDto, @Me() me: Actor) {
    return this.degrees.change(dto, me);
  }
}

import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import { FindingsDto } from './panel.dto.js';
import { PanelFindings } from './panel-findings.service.js';

@Api('panels/:id/candidates/:letter/findings')
export class PanelFindingsController {
  constructor(private readonly findings: PanelFindings) {}

  /** Which claims follow from what the panel agreed on, after its decision. */
  @Get()
  @Allow('panels:edit')
  show(@Id() id: string, @Param('letter') letter: string, @Me() me: Actor) {
    return this.findings.proposal(id, letter, me);
  }

  /** Puts them on the expert's record as assessed by the panel, once. */
  @Post()
  @HttpCode(200)
  @Allow('panels:edit')
  record(@Id() id: string, @Param('letter') letter: string, @Body() dto: FindingsDto, @Me() me: Actor) {
    return this.findings.record(id, letter, dto, me);
  }
}

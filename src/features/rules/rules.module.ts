import { Module } from '@nestjs/common';
import { DegreeTerms } from './degree-terms.service.js';
import { RulesController } from './rules.controller.js';
import { RulesPages } from './rules.pages.js';

@Module({ controllers: [RulesController, RulesPages], providers: [DegreeTerms], exports: [DegreeTerms] })
export class RulesModule {}

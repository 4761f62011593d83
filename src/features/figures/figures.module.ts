import { Module } from '@nestjs/common';
import { FiguresController } from './figures.controller.js';
import { FiguresPages } from './figures.pages.js';
import { Figures } from './figures.service.js';
import { FundingController } from './funding.controller.js';
import { FundingPages } from './funding.pages.js';
import { Funding } from './funding.service.js';

@Module({
  controllers: [FiguresController, FiguresPages, FundingController, FundingPages],
  providers: [Figures, Funding],
})
export class FiguresModule {}

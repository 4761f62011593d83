import { Module } from '@nestjs/common';
import { FiguresController } from './figures.controller.js';
import { FiguresPages } from './figures.pages.js';
import { Figures } from './figures.service.js';

@Module({ controllers: [FiguresController, FiguresPages], providers: [Figures] })
export class FiguresModule {}

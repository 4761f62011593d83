import { Global, Module } from '@nestjs/common';
import { PROBLEM_PAGE } from '../platform/http/index.js';
import { AssetsController } from './assets.controller.js';
import { renderProblem } from './problem-page.js';

/** Serves the style and script of the pages, and draws problems as pages. Components are plain functions and need no module. */
@Global()
@Module({
  controllers: [AssetsController],
  providers: [{ provide: PROBLEM_PAGE, useValue: renderProblem }],
  exports: [PROBLEM_PAGE],
})
export class WebModule {}

import { Module } from '@nestjs/common';
import { AssetsController } from './assets.controller.js';

/** Serves the style and script of the pages. Components and rendering are plain functions and need no module. */
@Module({ controllers: [AssetsController] })
export class WebModule {}

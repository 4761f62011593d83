import { Module } from '@nestjs/common';
import { AssetsController } from './assets.controller.js';
import { ErrorsPages } from './errors.pages.js';

/** Serves the style and script of the pages. Components and rendering are plain functions and need no module. */
@Module({ controllers: [AssetsController, ErrorsPages] })
export class WebModule {}

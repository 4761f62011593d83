import { Module } from '@nestjs/common';
import { ApiDocument } from './document.js';
import { OpenApiController } from './openapi.controller.js';

export { ApiDocument } from './document.js';

/** The OpenAPI document at /api/openapi.json, and a page to read and try it for people who are signed in. */
@Module({ controllers: [OpenApiController], providers: [ApiDocument] })
export class OpenApiModule {}

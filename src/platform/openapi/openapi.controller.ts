import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { notFound } from '../../core/errors.js';
import { Public, SignedIn } from '../http/index.js';
import { ApiDocument } from './document.js';

const START = "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#documentation', deepLinking: true });\n";
const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>API – HRA desk</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="documentation"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>
`;

const shipped = (file: string): Buffer => readFileSync(createRequire(import.meta.url).resolve(`swagger-ui-dist/${file}`));

/** What the documentation page loads: a list, so that no path can reach another file. */
const FILES: Readonly<Record<string, { type: string; read: () => Buffer }>> = {
  'start.js': { type: 'text/javascript; charset=utf-8', read: () => Buffer.from(START) },
  'swagger-ui.css': { type: 'text/css; charset=utf-8', read: () => shipped('swagger-ui.css') },
  'swagger-ui-bundle.js': { type: 'text/javascript; charset=utf-8', read: () => shipped('swagger-ui-bundle.js') },
};

/** The description of the API: for programs open to all, since it holds no data; for people a page to try it from. */
@Controller('api')
@ApiExcludeController()
export class OpenApiController {
  constructor(private readonly document: ApiDocument) {}

  @Get('openapi.json')
  @Public()
  describe(): OpenAPIObject {
    return this.document.get();
  }

  @Get('docs')
  @SignedIn()
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return PAGE;
  }

  @Get('docs/:file')
  @SignedIn()
  file(@Param('file') name: string): StreamableFile {
    const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
    if (!file) throw notFound('file');
    return new StreamableFile(file.read(), { type: file.type });
  }
}

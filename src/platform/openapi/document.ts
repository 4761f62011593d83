import { type INestApplication, Injectable } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ERRORS } from '../../core/errors.js';

/** What every refusal of the API looks like; the same shape as `Problem` in platform/http. */
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'errors'],
  properties: {
    type: { type: 'string', description: 'Where the code is explained.' },
    title: { type: 'string', description: 'The sentence that never changes between two occurrences.' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(ERRORS), description: 'Stable; programs decide by it.' },
    detail: { type: 'string', description: 'What happened this time, and what to do about it.' },
    errors: {
      type: 'array',
      description: 'The fields that are wrong.',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string', description: 'A path such as `languages.0.level`.' }, message: { type: 'string' } },
      },
    },
  },
};

/** The OpenAPI document of the JSON API. Made once, when the application knows all its routes. */
@Injectable()
export class ApiDocument {
  private document: OpenAPIObject | undefined;

  /** Reads the routes of the application. The descriptions are there only in the built program. */
  describe(app: INestApplication): void {
    const head = new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('HRA desk')
      .setDescription('Rosters of human rights experts, shortlists of Human Rights Advisers and surge missions.')
      .setVersion('1')
      .setLicense('Not for distribution', '/')
      .addServer('/', 'This service')
      .addCookieAuth('session', undefined, 'session')
      .build();
    const document = SwaggerModule.createDocument(app, head);
    this.document = { ...document, components: { ...document.components, schemas: { ...document.components?.schemas, Problem: PROBLEM } } };
  }

  /** The document. Throws when the application was not described, which is a mistake in the program. */
  get(): OpenAPIObject {
    if (!this.document) throw new Error('The API was not described before it was asked for.');
    return this.document;
  }
}

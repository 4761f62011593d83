import { applyDecorators, Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiResponse, ApiTags } from '@nestjs/swagger';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** A controller of the JSON API below `/api/v1/`, documented with the problems that every route can answer. */
export function Api(path: string, tag = path.split('/')[0] ?? path): ClassDecorator {
  return applyDecorators(
    Controller(`api/v1/${path}`),
    ApiTags(tag),
    ApiCookieAuth('session'),
    ApiResponse({ status: 401, ...problem('Sign in first.') }),
    ApiResponse({ status: 403, ...problem('Your role may not do this.') }),
    ApiResponse({ status: 404, ...problem('It does not exist, or you may not see it.') }),
    ApiResponse({ status: 422, ...problem('Some fields are missing or not as they should be.') }),
  );
}

import { DomainError, ERRORS, type ErrorCode, type ErrorKind, type FieldProblem } from '../../core/errors.js';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

/**
 * An error as RFC 9457 has it, `application/problem+json`:
 * `{ type: '/errors#surge.not-open', title: 'Offers can …', status: 409, code: 'surge.not-open', detail: 'Request … is approved; …', errors: [] }`.
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
}

export function statusOf(code: ErrorCode): number {
  if (code === 'input.malformed') return 400;
  return code === 'service.failure' ? 500 : STATUS[ERRORS[code].kind];
}

export function problemOf(error: DomainError): Problem {
  return {
    type: `/errors#${error.code}`,
    title: ERRORS[error.code].title,
    status: statusOf(error.code),
    code: error.code,
    detail: error.message,
    errors: error.fields,
  };
}

import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../core/errors.js';

/** Largest body of an ordinary request, in bytes. Uploads have their own limit. */
export const BODY_LIMIT = 1_048_576;
/** A body nested deeper than this is no form of ours. */
const MAX_DEPTH = 12;
/** More values than this in one body are no form of ours. */
const MAX_VALUES = 20_000;

/** Converting an object to a number or a text calls these, and a body that brings its own breaks whoever converts it. */
const RESERVED_NAMES = ['toString', 'valueOf', 'toJSON'];

/** Refuses a JSON body that is built to exhaust, or to trip up, whoever walks through it. */
export function refuseBombs(body: unknown): void {
  let values = 0;
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > MAX_DEPTH || values > MAX_VALUES) {
      throw new DomainError(
        'input.malformed',
        `The body is nested too deeply or has too many values: at most ${MAX_DEPTH} levels and ${MAX_VALUES} values.`,
      );
    }
    level = level.flatMap(valuesOf);
  }
}

function valuesOf(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return [];
  const reserved = RESERVED_NAMES.find((name) => Object.hasOwn(value, name));
  if (reserved) throw new DomainError('input.malformed', `No field is called ${reserved}. Leave it out.`);
  return Object.values(value);
}

/** Checks every parsed body before it is looked at any further. */
export function guardBodies(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    try {
      if (request.body !== undefined && request.body !== null && typeof request.body === 'object' && !isStream(request.body))
        refuseBombs(request.body);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}

function isStream(value: object): boolean {
  return 'pipe' in value && typeof value.pipe === 'function';
}

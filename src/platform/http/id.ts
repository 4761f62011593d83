import { Param, type PipeTransform } from '@nestjs/common';
import { notFound } from '../../core/errors.js';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Lets ids pass. What cannot be the id of anything names something that does not exist, and is answered as such. */
class IdPipe implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    if (typeof value !== 'string' || !ID.test(value)) throw notFound('record');
    return value;
  }
}

const pipe = new IdPipe();

/**
 * An id in the address of a route: `@Id() id: string` for `:id`, `@Id('offerId')` for another place.
 * @throws DomainError `not-found` when it has not the shape of an id, before anybody looks for it
 */
export const Id = (name = 'id'): ParameterDecorator => Param(name, pipe);

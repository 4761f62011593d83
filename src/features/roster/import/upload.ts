import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { DomainError, fieldError } from '../../../core/errors.js';

/**
 * The one file of a request, as a stream: the body itself (`text/csv`) or the first file of a form.
 * @throws DomainError `input.malformed` for another type of content, `input.invalid` when no file was chosen
 */
export async function uploaded(request: FastifyRequest): Promise<AsyncIterable<Uint8Array>> {
  if (!request.isMultipart()) {
    if (request.body !== null && typeof request.body === 'object' && 'pipe' in request.body) return request.body as Readable;
    throw new DomainError('input.malformed', 'Send the file as text/csv, or in a form as multipart/form-data.');
  }
  const part = await request.file();
  if (!part) throw fieldError('file', 'Choose a file.');
  if (part.filename === '') {
    part.file.resume();
    throw fieldError('file', 'Choose a file.');
  }
  return part.file;
}

import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { DomainError, fieldError } from '../../../core/errors.js';
import type { UprSource } from './upr-file.js';

/** All that one upload may hold, in bytes; the published files of sessions 1 to 13 have 6 million. */
export const UPLOAD_BYTES = 20_000_000;

/**
 * The files of a request, one after the other, as they come in: the body itself (`text/csv`) or the files of a form.
 * Throws `input.malformed` for another type of content, `input.invalid` when no file was chosen, `input.too-large`.
 */
export async function* uploads(request: FastifyRequest): AsyncGenerator<UprSource> {
  try {
    if (request.isMultipart()) yield* ofForm(request);
    else if (isStream(request.body)) yield { name: 'The file', bytes: counted(request.body) };
    else throw new DomainError('input.malformed', 'Send the file as text/csv, or files in a form as multipart/form-data.');
  } finally {
    // What is left of a refused body is read and thrown away: otherwise the connection waits for it, and so does its next request.
    request.raw.unpipe();
    request.raw.resume();
  }
}

async function* ofForm(request: FastifyRequest): AsyncGenerator<UprSource> {
  let number = 0;
  for await (const part of request.files()) {
    if (part.filename === '') part.file.resume();
    else {
      number += 1;
      // Not by the name it was sent with: that is free text of a person, and it goes into a report.
      yield { name: `File ${number}`, bytes: counted(part.file) };
    }
  }
  if (number === 0) throw fieldError('files', 'Choose a file.');
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && 'iterator' in body;
}

async function* counted(bytes: Readable & { readonly truncated?: boolean }): AsyncGenerator<Uint8Array> {
  let total = 0;
  try {
    // Not destroyed when reading ends early: destroying the body cuts the connection before the refusal is sent.
    for await (const chunk of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      total += chunk.length;
      if (total > UPLOAD_BYTES) throw tooLarge();
      yield chunk;
    }
    // A form's file that is over the service's own limit just ends.
    if (bytes.truncated) throw tooLarge();
  } finally {
    // Only now does nobody else wait for its bytes.
    bytes.resume();
  }
}

function tooLarge(): DomainError {
  return new DomainError(
    'input.too-large',
    `The file has more than ${UPLOAD_BYTES / 1_000_000} MB. Import it in parts, each with whole reviews.`,
  );
}

import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/config/index.js';

/** What can be read off the token of an offer's link before the database is asked. */
export interface ReadToken {
  readonly offerId: string;
  /** SHA-256 of the whole token, in hexadecimal. */
  readonly hash: string;
}

const FORM = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/**
 * The tokens of the links in offers. They are derived from the secret, not stored: the job that writes the mail can make one again,
 * and nobody can make one from a copy of the database, which holds hashes only.
 */
@Injectable()
export class OfferTokens {
  constructor(private readonly settings: Settings) {}

  /** A fresh nonce; a new one makes all earlier links of the offer worthless. */
  nonce(): string {
    return randomBytes(16).toString('base64url');
  }

  tokenFor(offerId: string, nonce: string): string {
    return `${offerId}.${createHmac('sha256', this.settings.secret).update(`offer:${offerId}:${nonce}`).digest('base64url')}`;
  }

  /** Hashed before it is compared, so that the time a comparison takes tells nothing about a token. */
  hashOf(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }

  /** Undefined for anything that does not have the form of a token. */
  read(token: string): ReadToken | undefined {
    const offerId = FORM.exec(token)?.[1];
    return offerId === undefined ? undefined : { offerId, hash: this.hashOf(token) };
  }
}

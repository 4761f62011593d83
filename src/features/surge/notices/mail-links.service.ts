import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/config/index.js';
import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import { OfferTokens } from '../services/offer-tokens.js';

/** The addresses that mails lead to. */
@Injectable()
export class MailLinks {
  constructor(
    private readonly tokens: OfferTokens,
    private readonly settings: Settings,
  ) {}

  offer({ id, nonce }: Pick<SurgeOffer, 'id' | 'nonce'>): string {
    return this.address(`/offers/${this.tokens.tokenFor(id, nonce)}`);
  }

  request({ id }: { readonly id: string }): string {
    return this.address(`/surge/${id}`);
  }

  release({ id }: { readonly id: string }): string {
    return this.address(`/releases/${id}`);
  }

  /** A worker without PUBLIC_URL takes the address that the service listens on by default. */
  private address(path: string): string {
    const { publicUrl, host, port } = this.settings;
    return `${publicUrl || `http://${host}:${port}`}${path}`;
  }
}

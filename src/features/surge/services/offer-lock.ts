import { notFound } from '../../../core/errors.js';
import { lockRow, type Tx } from '../../../platform/database/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';

/** An offer read behind the lock of its request. */
export interface LockedOffer {
  readonly offer: SurgeOffer;
  readonly request: SurgeRequest;
}

/** The request is locked first, everywhere, and the offer is read again behind that lock. Null when it is gone. */
export async function lockOffer(tx: Tx, offerId: string): Promise<LockedOffer | null> {
  const seen = await tx.getRepository(SurgeOffer).findOneBy({ id: offerId });
  const request = seen && (await lockRow(tx, SurgeRequest, { id: seen.requestId }));
  const offer = request && (await tx.getRepository(SurgeOffer).findOneBy({ id: offerId }));
  return offer && { offer, request };
}

/** As `lockOffer`; throws `not-found` when it is gone. */
export async function mustLockOffer(tx: Tx, offerId: string): Promise<LockedOffer> {
  const locked = await lockOffer(tx, offerId);
  if (!locked) throw notFound('offer');
  return locked;
}

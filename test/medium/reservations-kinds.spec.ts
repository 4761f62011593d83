import fc from 'fast-check';
import { addDays, overlaps, type Period } from '../../src/core/dates.js';
import { RESERVATION_KINDS, type ReservationKind } from '../../src/core/deployments.js';
import { Reservations } from '../../src/features/deployments/index.js';
import { Reservation } from '../../src/features/deployments/reservation.entity.js';
import { FixedClock } from '../../src/platform/clock.js';
import { isOverlapViolation, newId } from '../../src/platform/database/index.js';
import { onEveryDatabase } from '../support/databases.js';

const DECEMBER: Period = { from: '2026-12-01', to: '2026-12-10' };
const blocks = (kind: ReservationKind) => kind !== 'noted';

onEveryDatabase((open) => {
  const desk = async () => {
    const { database } = await open();
    const reservations = new Reservations(database, FixedClock.at('2026-11-24T10:00:00Z'));
    const reserve = (period: Period, kind: ReservationKind, { offerId = newId(), expertId = 'e1' } = {}) =>
      database.transaction((tx) => reservations.reserve(tx, { expertId, requestId: 'r1', offerId, period, kind }));
    const refusal = (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => 'nothing was refused',
        (error: unknown) => error,
      );
    return { database, reservations, reserve, refusal };
  };

  it.each(RESERVATION_KINDS.flatMap((first) => RESERVATION_KINDS.map((second) => [first, second] as const)))(
    'after days that are %s, the same days %s are refused only if both stand in the way',
    async (first, second) => {
      const { reserve, refusal } = await desk();
      await reserve(DECEMBER, first);
      const outcome = await refusal(reserve(DECEMBER, second));
      if (blocks(first) && blocks(second)) expect(outcome).toMatchObject({ code: 'reservation.overlap' });
      else expect(outcome).toBe('nothing was refused');
    },
  );

  it('refuses it in the database itself when noted days become firm beside firm ones', async () => {
    const { database, reserve, refusal } = await desk();
    await reserve(DECEMBER, 'firm');
    await reserve(DECEMBER, 'noted');
    const firm = database.read.query(`UPDATE reservations SET kind = 'firm' WHERE kind = 'noted'`);
    expect(isOverlapViolation(await refusal(firm))).toBe(true);
  });

  it('makes one reservation of an offer, whatever becomes of it, and moves its days', async () => {
    const { database, reservations, reserve, refusal } = await desk();
    const offerId = newId();
    for (const kind of RESERVATION_KINDS) await reserve(DECEMBER, kind, { offerId });
    await database.transaction((tx) => reservations.move(tx, offerId, { from: '2026-12-01', to: '2026-12-20' }));
    expect(await database.read.getRepository(Reservation).find()).toMatchObject([{ offerId, kind: 'firm', endsOn: '2026-12-20' }]);
    await reserve({ from: '2026-12-21', to: '2026-12-31' }, 'firm');
    const longer = database.transaction((tx) => reservations.move(tx, offerId, { from: '2026-12-01', to: '2026-12-21' }));
    expect(await refusal(longer)).toMatchObject({ code: 'reservation.overlap' });
    expect(await refusal(database.transaction((tx) => reservations.move(tx, newId(), DECEMBER)))).toBe('nothing was refused');
  });

  it('frees the days of one offer alone', async () => {
    const { database, reservations, reserve } = await desk();
    const offerId = newId();
    await reserve(DECEMBER, 'held', { offerId });
    await reserve(DECEMBER, 'firm', { expertId: 'e2' });
    await database.transaction((tx) => reservations.releaseOffer(tx, offerId));
    expect([...(await reservations.overlapping(DECEMBER)).keys()]).toEqual(['e2']);
    await reserve(DECEMBER, 'firm');
  });

  it('lets nobody wait for nobody when waves hold the same people in opposite orders', async () => {
    const { database, reservations, refusal } = await desk();
    const experts = ['e1', 'e2', 'e3', 'e4'];
    const hold = (order: readonly string[]) =>
      database.transaction(async (tx) => {
        await reservations.queueFor(tx, order);
        for (const expertId of order)
          await reservations.reserve(tx, { expertId, requestId: newId(), offerId: newId(), period: DECEMBER, kind: 'held' });
      });
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, at) => refusal(hold(at % 2 === 0 ? experts : experts.toReversed()))));
    expect(outcomes.filter((one) => one === 'nothing was refused')).toHaveLength(1);
    expect(outcomes.filter((one) => (one as { code?: string }).code === 'reservation.overlap')).toHaveLength(9);
  });

  it('agrees with the calendar about what overlaps, at both ends, whatever the days and kinds', async () => {
    const { database, reserve, refusal } = await desk();
    const day = fc.integer({ min: 0, max: 9 });
    // The turn of a year and 29 February lie in it.
    const aPeriod = fc
      .tuple(fc.constantFrom('2026-12-27', '2028-02-25'), day, day)
      .map(([start, first, length]): Period => ({ from: addDays(start, first), to: addDays(start, first + length) }));
    const wanted = fc.array(fc.record({ period: aPeriod, kind: fc.constantFrom(...RESERVATION_KINDS) }), { minLength: 2, maxLength: 5 });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(wanted, async (list) => {
        round += 1;
        const expertId = `e${round}`;
        const kept: typeof list = [];
        for (const one of list) {
          const inTheWay = kept.some((held) => blocks(held.kind) && blocks(one.kind) && overlaps(held.period, one.period));
          const outcome = await refusal(reserve(one.period, one.kind, { expertId }));
          expect(outcome === 'nothing was refused').toBe(!inTheWay);
          if (!inTheWay) kept.push(one);
        }
        expect(await database.read.getRepository(Reservation).countBy({ expertId })).toBe(kept.length);
      }),
      { numRuns: 25 },
    );
  });
});

import type { Period } from '../../src/core/dates.js';
import { reservedDays } from '../../src/core/deployments.js';
import { Reservations } from '../../src/features/deployments/index.js';
import { Reservation } from '../../src/features/deployments/reservation.entity.js';
import { FixedClock } from '../../src/platform/clock.js';
import { isOverlapViolation, newId } from '../../src/platform/database/index.js';
import { onEveryDatabase } from '../support/databases.js';

const DECEMBER: Period = { from: '2026-12-01', to: '2026-12-10' };

onEveryDatabase((open, dialect) => {
  const desk = async () => {
    const { database } = await open();
    const reservations = new Reservations(database, FixedClock.at('2026-11-24T10:00:00Z'));
    const reserve = (expertId: string, period: Period, requestId = newId()) =>
      database.transaction((tx) => reservations.reserve(tx, { expertId, requestId, offerId: newId(), period }));
    const insert = (expertId: string, period: Period) => {
      const { fromDay, toDay } = reservedDays(period);
      const values = [newId(), expertId, newId(), newId(), period.from, period.to, fromDay, toDay, 'active', '2026-11-24T10:00:00.000Z'];
      const marks = values.map((_, index) => (dialect === 'postgres' ? `$${index + 1}` : '?')).join(', ');
      return database.read.query(
        `INSERT INTO reservations (id, expert_id, request_id, offer_id, starts_on, ends_on, from_day, to_day, state, created_at) VALUES (${marks})`,
        values,
      );
    };
    return { database, reservations, reserve, insert, rows: () => database.read.getRepository(Reservation).count() };
  };
  const because = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'nothing was refused',
      (error: unknown) => error,
    );

  it.each([
    ['the same days', DECEMBER],
    ['the last day', { from: '2026-12-10', to: '2026-12-20' }],
    ['the first day', { from: '2026-11-20', to: '2026-12-01' }],
    ['days in between', { from: '2026-12-04', to: '2026-12-05' }],
    ['days around it', { from: '2026-11-01', to: '2027-01-31' }],
  ])('holds nobody twice: %s', async (_what, period) => {
    const { reserve, rows } = await desk();
    await reserve('e1', DECEMBER);
    expect(await because(reserve('e1', period))).toMatchObject({ code: 'reservation.overlap', kind: 'conflict' });
    expect(await rows()).toBe(1);
  });

  it('lets missions stand back to back, and others have the same days', async () => {
    const { reserve, rows } = await desk();
    await reserve('e1', DECEMBER);
    await reserve('e1', { from: '2026-12-11', to: '2026-12-20' });
    await reserve('e1', { from: '2026-11-30', to: '2026-11-30' });
    await reserve('e2', DECEMBER);
    expect(await rows()).toBe(4);
  });

  it('refuses it in the database itself, whatever the code does', async () => {
    const { insert, database, rows } = await desk();
    await insert('e1', DECEMBER);
    expect(isOverlapViolation(await because(insert('e1', { from: '2026-12-10', to: '2026-12-11' })))).toBe(true);
    await insert('e1', { from: '2026-12-11', to: '2026-12-20' });
    const grow = database.read.query(`UPDATE reservations SET to_day = to_day + 1 WHERE ends_on = '2026-12-10'`);
    expect(isOverlapViolation(await because(grow))).toBe(true);
    await database.read.query(`UPDATE reservations SET state = 'released' WHERE ends_on = '2026-12-10'`);
    await insert('e1', DECEMBER);
    const revive = database.read.query(`UPDATE reservations SET state = 'active' WHERE state = 'released'`);
    expect(isOverlapViolation(await because(revive))).toBe(true);
    expect(await rows()).toBe(3);
  });

  it('refuses days that end before they begin', async () => {
    const { insert, rows } = await desk();
    expect(await because(insert('e1', { from: '2026-12-10', to: '2026-12-01' }))).toBeInstanceOf(Error);
    expect(await rows()).toBe(0);
  });

  it('gives one of twenty who ask at once the days', async () => {
    const { reserve, rows } = await desk();
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => reserve('e1', DECEMBER)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.filter((one) => one.status === 'rejected' && one.reason.code === 'reservation.overlap')).toHaveLength(19);
    expect(await rows()).toBe(1);
  });

  it('frees the days of a request for others, and tells whose they were', async () => {
    const { reserve, reservations, database } = await desk();
    await reserve('e1', DECEMBER, 'r1');
    await reserve('e2', DECEMBER, 'r1');
    await reserve('e3', DECEMBER, 'r2');
    expect((await database.transaction((tx) => reservations.release(tx, 'r1'))).sort()).toEqual(['e1', 'e2']);
    expect(await database.transaction((tx) => reservations.release(tx, 'r1'))).toEqual([]);
    await reserve('e1', DECEMBER);
    expect([...(await reservations.overlapping(DECEMBER)).keys()].sort()).toEqual(['e1', 'e3']);
  });

  it('tells who is held on any day of a period, and everything that is held of somebody', async () => {
    const { reserve, reservations } = await desk();
    await reserve('e1', { from: '2026-12-11', to: '2026-12-20' });
    await reserve('e1', DECEMBER);
    await reserve('e2', { from: '2027-01-01', to: '2027-01-10' });
    expect(await reservations.overlapping({ from: '2026-12-10', to: '2026-12-31' })).toEqual(
      new Map([['e1', [DECEMBER, { from: '2026-12-11', to: '2026-12-20' }]]]),
    );
    expect(await reservations.overlapping({ from: '2026-12-21', to: '2026-12-31' })).toEqual(new Map());
    expect((await reservations.of(['e1', 'e2', 'nobody'])).size).toBe(2);
    expect(await reservations.of([])).toEqual(new Map());
  });
});

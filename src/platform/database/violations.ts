import { QueryFailedError } from 'typeorm';

function driverError(error: unknown): { code?: unknown; message?: unknown } {
  return error instanceof QueryFailedError ? (error.driverError as { code?: unknown; message?: unknown }) : {};
}

/** Whether a unique key refused the row, on either database. On PostgreSQL the transaction is lost with it. */
export function isUniqueViolation(error: unknown): boolean {
  const code = driverError(error).code;
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** Whether the rule against overlapping reservations refused the row: an exclusion constraint, or a trigger on SQLite. */
export function isOverlapViolation(error: unknown): boolean {
  const { code, message } = driverError(error);
  return code === '23P01' || (code === 'SQLITE_CONSTRAINT_TRIGGER' && String(message).includes('reservation.overlap'));
}

/**
 * The name of a mission's days in the calendar of its expert: the same for acceptance, change and cancellation, whoever writes
 * about it, so that each mail corrects the entry that the one before made.
 */
export function missionUid(requestId: string, expertId: string): string {
  return `mission-${requestId}-${expertId}`;
}

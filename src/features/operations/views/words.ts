const ALARMS: Readonly<Record<string, string>> = {
  'database-away': 'The database does not answer. Nothing can be read or written until it does.',
  'queue-away': 'Redis does not answer. Nothing is lost; mails and deadlines follow when it is back.',
  'relay-silent': 'This process has stopped looking for due jobs. Restart it, and look into its log.',
  'jobs-overdue': 'Jobs have been due for more than two minutes. See whether a worker is running.',
  'jobs-dead': 'Jobs were given up. Remove the cause, then run them again below.',
  'notices-late': 'Notices were expected more than ten minutes ago and have not left. See the page of notices.',
};

/** What an alarm means and what to do; the name of one that has no words yet. */
export function alarmText(alarm: string): string {
  return ALARMS[alarm] ?? alarm;
}

const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
] as const;

/** `5400000` → `1 h`; below a second `320 ms`. Cut off, because it says how long at least. */
export function durationText(milliseconds: number): string {
  const [size, unit] = UNITS.find(([size]) => milliseconds >= size) ?? [1, 'ms'];
  return `${Math.floor(milliseconds / size)} ${unit}`;
}

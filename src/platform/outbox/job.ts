/** Waiting times between tries, in seconds; the last one repeats. */
const BACK_OFF_SECONDS = [1, 5, 15, 60, 300, 900, 3600];

/** A kind of job: its stable name, and how often it is tried before it is given up. */
export interface JobDefinition<P extends JobPayload> {
  readonly name: string;
  readonly attempts: number;
  /** Carries the type of the payload; never set. */
  readonly payload?: P;
}

/** Ids only: payloads lie in clear text in the queue, and state is read again when the job runs. */
export type JobPayload = Readonly<Record<string, string | number>>;

/** What a handler may know about the run. `id` is the outbox id: the key for doing things once. */
export interface JobRun {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Whether the job is given up if this try fails. */
  readonly last: boolean;
}

/**
 * What a handler may resolve with: that it has nothing more to do before this moment, and is to be run again then, with all
 * its tries. The job has one row for as long as it goes on like that.
 */
export interface RunAgain {
  /** ISO moment. */
  readonly againAt: string;
}

/** A failure that another try would not mend, such as an address that does not exist. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}

const defined = new Map<string, JobDefinition<JobPayload>>();

/** Names a kind of job once for the whole program. Throws when the name is taken. */
export function defineJob<P extends JobPayload>(name: string, options: { attempts?: number } = {}): JobDefinition<P> {
  if (defined.has(name)) throw new Error(`The job ${name} is defined twice.`);
  const job: JobDefinition<P> = { name, attempts: options.attempts ?? 8 };
  defined.set(name, job);
  return job;
}

export function definedJobs(): readonly JobDefinition<JobPayload>[] {
  return [...defined.values()];
}

/** The longest wait between two tries, in milliseconds. */
export const LONGEST_BACK_OFF_MS = Math.max(...BACK_OFF_SECONDS) * 1000;

/**
 * What is kept of an error: its kind and its code, `Error ECONNREFUSED`. Never its text, which may hold personal data.
 */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^[\w.-]{1,40}$/.test(code) ? `${error.name} ${code}` : error.name;
}

/** Milliseconds to wait after the failed try number `attempt` (1 for the first). */
export function backOffMs(attempt: number): number {
  return (BACK_OFF_SECONDS[Math.min(attempt, BACK_OFF_SECONDS.length) - 1] ?? 1) * 1000;
}

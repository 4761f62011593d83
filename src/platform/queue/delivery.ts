/** A job on its way: the outbox id, and how often it was handed over, this time included. */
export interface HandOver {
  readonly id: string;
  readonly handovers: number;
}

/** What lies between the outbox and the handlers right now, in deliveries: through Redis, up to ten jobs each. */
export interface QueueLoad {
  readonly waiting: number;
  readonly running: number;
  /** Processes that take jobs. */
  readonly workers: number;
}

/** How due jobs reach a handler: inside this process, or through Redis to any worker. */
export interface Delivery {
  /** How many more jobs it takes at the moment; 0 or less when it is full. Rejects when it cannot be reached. */
  room(): Promise<number>;
  /** Resolves when the jobs are on their way; rejects when they cannot be handed over, and the relay tries again. */
  hand(jobs: readonly HandOver[]): Promise<void>;
  /** Whether jobs can be handed over right now. */
  reachable(): Promise<boolean>;
  /** Rejects when it cannot be reached. */
  load(): Promise<QueueLoad>;
  /** Waits for what it runs itself; the ids of jobs that were handed to it and that nobody will begin any more. */
  close(): Promise<readonly string[]>;
}

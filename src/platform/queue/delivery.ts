/** A job on its way: the outbox id, and how often it was handed over before. */
export interface HandOver {
  readonly id: string;
  readonly handovers: number;
}

/** How due jobs reach a handler: inside this process, or through Redis to any worker. */
export interface Delivery {
  /** Resolves when the jobs are on their way; rejects when they cannot be handed over, and the relay tries again. */
  hand(jobs: readonly HandOver[]): Promise<void>;
  /** Whether jobs can be handed over right now. */
  reachable(): Promise<boolean>;
  close(): Promise<void>;
}

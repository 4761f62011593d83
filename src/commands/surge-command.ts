import type { INestApplicationContext } from '@nestjs/common';
import { QUEUE_STATES, type SurgeState, URGENCIES, type Urgency } from '../core/surge.js';
import { queueText, SurgeQueueReader } from '../features/surge/index.js';
import { OPERATOR } from './desk.js';

/** What can be asked for; the places count in the whole queue whatever is left out. */
export interface QueueOptions {
  readonly state?: SurgeState;
  readonly urgency?: Urgency;
  readonly late?: boolean;
}

export const QUEUE_CHOICES = { state: QUEUE_STATES, urgency: URGENCIES };

/** Prints the queue in the order of the page and the API. */
export async function showQueue(desk: INestApplicationContext, options: QueueOptions): Promise<number> {
  for (const line of queueText(await desk.get(SurgeQueueReader).lines(options, OPERATOR))) console.log(line);
  return 0;
}

/** Exit code 0 when at least one worker takes jobs from the queue in REDIS_URL; for the health check of a container. */
import { Queue } from 'bullmq';
import { QUEUE_NAME } from '../dist/platform/queue/redis.js';

const queue = new Queue(QUEUE_NAME, { connection: { url: process.env.REDIS_URL, maxRetriesPerRequest: 1 } });
queue.on('error', () => process.exit(1));
process.exit((await queue.getWorkersCount()) > 0 ? 0 : 1);

export type { Delivery, QueueLoad } from './delivery.js';
export { QueueModule } from './queue.module.js';
export { impatientRedis, QUEUE_NAME } from './redis.js';
export { DELIVERY, Relay } from './relay.js';

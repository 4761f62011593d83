export type { Delivery } from './delivery.js';
export { QueueModule } from './queue.module.js';
export { DELIVERY, Relay } from './relay.js';

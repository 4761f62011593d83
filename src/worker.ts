import { createWorker } from './app.js';
import { startUp } from './start-up.js';

await startUp(async (settings) => {
  if (!settings.redisUrl) throw new Error('A worker needs REDIS_URL. Without Redis the service runs its jobs itself and needs no worker.');
  await createWorker(settings);
  console.log('hra-desk worker takes jobs');
});

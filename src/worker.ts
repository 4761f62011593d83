import { requireRuntime } from './runtime-version.js';

requireRuntime();
const { startUp } = await import('./start-up.js');
const { createWorker } = await import('./app.js');

await startUp(async (settings) => {
  if (!settings.redisUrl) throw new Error('A worker needs REDIS_URL. Without Redis the service runs its jobs itself and needs no worker.');
  await createWorker(settings);
  console.log('hra-desk worker takes jobs');
});

import { requireRuntime } from './runtime-version.js';

requireRuntime();
const { startUp } = await import('./start-up.js');
const { createApp } = await import('./app.js');

await startUp(async (settings) => {
  const app = await createApp(settings);
  await app.listen(settings.port, settings.host);
  console.log(`hra-desk serves ${await app.getUrl()}`);
});

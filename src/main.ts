import { createApp } from './app.js';
import { startUp } from './start-up.js';

await startUp(async (settings) => {
  const app = await createApp(settings);
  await app.listen(settings.port, settings.host);
  console.log(`hra-desk serves ${await app.getUrl()}`);
});

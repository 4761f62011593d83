import { createApp } from './app.js';
import { Settings } from './platform/config/index.js';
import { startUp } from './start-up.js';

await startUp(async (settings) => {
  const app = await createApp(settings);
  await app.listen(settings.port, settings.host);
  // Links in mails need an address; without one that was set, it is where we listen, known only now.
  app.get(Settings).publicUrl ||= await app.getUrl();
  console.log(`hra-desk serves ${await app.getUrl()}`);
});

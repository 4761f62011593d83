import { startApp } from '../support/app.js';
import { onEveryDatabase } from '../support/databases.js';

onEveryDatabase((_open, dialect) => {
  it('starts the whole app, which is ready', async () => {
    const app = await startApp({ dialect });
    try {
      expect((await fetch(`${app.url}/health/ready`)).status).toBe(200);
    } finally {
      await app.close();
    }
  });
});

import { Relay } from '../../src/platform/queue/index.js';
import { startApp } from '../support/app.js';

it('alerts are never off in silence: a service that no longer looks for them says so, before anything is late', async () => {
  const app = await startApp();
  try {
    const health = async () => (await (await fetch(`${app.url}/health/ready`)).json()) as { alarms: string[]; relaySilentFor: number };
    expect((await health()).alarms).not.toContain('relay-silent');
    await app.module.get(Relay, { strict: false }).onApplicationShutdown();
    const now = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + 16_000);
    const later = await health();
    expect(later.alarms).toEqual(['relay-silent']);
    expect(later.relaySilentFor).toBeGreaterThan(15_000);
  } finally {
    jest.restoreAllMocks();
    await app.close();
  }
});

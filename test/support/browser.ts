import { type Browser, chromium } from 'playwright-core';
import { describeWith, service } from './services.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Tests in a real Chromium; the suite is skipped by name when there is none. */
export function inBrowser(title: string, tests: (browser: () => Browser) => void): void {
  describeWith('CHROMIUM', title, () => {
    let opened: Browser | undefined;
    beforeAll(async () => {
      opened = await openBrowser();
    });
    afterAll(() => opened?.close());
    tests(() => {
      if (!opened) throw new Error('The browser is there only inside a test or a hook.');
      return opened;
    });
  });
}

/** One headless Chromium, closed by the caller. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: service('CHROMIUM').program, args: FLAGS, headless: true });
}

import { inBrowser } from '../support/browser.js';

inBrowser('Chromium', (browser) => {
  it('renders a page', async () => {
    const page = await browser().newPage();
    await page.setContent('<h1>Good morning</h1>');
    expect(await page.getByRole('heading').textContent()).toBe('Good morning');
    await page.close();
  });
});

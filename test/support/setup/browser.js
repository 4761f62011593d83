import { bringChromium } from './chromium.js';
import bringServices, { tell } from './services.js';

/** Global setup of the browser suites: the services, and Chromium. */
export default async function bringBrowser() {
  await bringServices();
  tell('CHROMIUM', bringChromium());
}

import { findProgram, installFromDebian, isProgram } from './service.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The browser of this run: { program }, or { missing } with the reason and the remedy. */
export function bringChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !isProgram(given)) throw new Error(`CHROMIUM_PATH is set, but ${given} cannot be run.`);
  const found = given ?? findProgram(...NAMES) ?? (isProgram(ON_A_MAC) ? ON_A_MAC : undefined);
  if (found) return { program: found };
  const installed = installFromDebian(['chromium', 'fonts-dejavu-core'], 'The browser tests need Chromium and there is none.')
    ? findProgram(...NAMES)
    : undefined;
  if (installed) return { program: installed };
  return { missing: 'no Chromium\nInstall Chromium or Google Chrome so that it is on the PATH,\nor set CHROMIUM_PATH to its program' };
}

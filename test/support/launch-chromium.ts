import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.ts';

/** Disabled: the timeout of the hook that starts the browser applies. */
const timeout = 0;

/** Starts a real browser: on x64 Linux the Chromium that npm installs, on other systems the installed Chrome. */
export async function launchChromium(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: 'chrome', timeout }).catch((error: Error) => {
      throw new Error('These tests need a browser. Install Google Chrome.', { cause: error });
    });
  }
  const folder = await unpackChromium();
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? '']
      .filter(Boolean)
      .join(':'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
  // The package's own arguments would disable the browser's security policies, which are under test.
  const args = ['--no-sandbox', '--no-zygote', '--disable-gpu'];
  return chromium.launch({ executablePath: join(folder, 'chromium'), args, env, timeout });
}

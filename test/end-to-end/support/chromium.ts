import { type Browser, chromium } from 'playwright-core';

/**
 * A headless Chromium for a visitor who reads French; a page or context opened with `locale: 'en-GB'` is one who reads
 * English. It asks nothing of the outside. Close it when done.
 */
export function launchChromium(...moreArgs: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--accept-lang=fr-FR,fr',
      ...moreArgs,
    ],
  });
}

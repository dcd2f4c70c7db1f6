import { describe } from 'vitest';
import { plainAndFull, servedSuites } from '../contract/served-suites.ts';
import { installOnWindows, startConfigured } from '../support/windows-installation.ts';

describe.each(plainAndFull)('tax-server.exe, alias "$alias", tokens $tokens', (mounting) => {
  servedSuites(mounting, async (settings) => {
    const installation = installOnWindows();
    const { origin } = await startConfigured(installation, settings);
    return { origin, stop: installation.remove };
  });
});

import { describe } from 'vitest';
import { startServer } from '../support/tax-server.ts';
import { type Mounting, plainAndFull, servedSuites } from './served-suites.ts';

const mountings: readonly Mounting[] = [
  ...plainAndFull,
  { alias: '', prefix: '/do', tokens: true },
  { alias: '', prefix: '', tokens: false },
  { alias: '/impots', prefix: '', tokens: false },
  { alias: '/impots', prefix: '/do', tokens: false },
  { alias: '/a/b', prefix: '/do', tokens: false },
  { alias: '', prefix: '/impots/do', tokens: false },
];

describe.each(mountings)('alias "$alias", prefix "$prefix", tokens $tokens', (mounting) => {
  servedSuites(mounting, (config) => startServer({ config }));
});

import { dirname } from 'node:path';
import { isSea } from 'node:sea';
import type { CliContext } from './cli/context.ts';
import { run } from './cli/run.ts';
import { systemLanguage } from './operations/system-language.ts';

/** Put in by the bundler from package.json. */
declare const TAX_SERVER_VERSION: string;

/** Closing the console window and Ctrl+Break arrive as SIGHUP and SIGBREAK on Windows. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

const stopRequested = new Promise<string>((resolve) => {
  let count = 0;
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      count += 1;
      if (count > 1) process.exit(1);
      resolve(signal);
    });
  }
});

const context: CliContext = {
  streams: process,
  env: process.env,
  cwd: process.cwd(),
  baseDir: isSea() ? dirname(process.execPath) : process.cwd(),
  platform: process.platform,
  language: systemLanguage(process.env),
  version: TAX_SERVER_VERSION,
  stopRequested,
};

run(process.argv.slice(2), context).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`tax-server: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);

import { dirname } from 'node:path';
import { isSea } from 'node:sea';
import { areFiles } from './cli/file-arguments.ts';
import { run } from './cli/run.ts';
import type { ProcessContext } from './model/process-context.ts';
import { systemLanguage } from './operations/system-language.ts';

/** Put in by the bundler from package.json. */
declare const TAX_SERVER_VERSION: string;
/** The commit that the bundle was made of; empty outside of a checkout. */
declare const TAX_SERVER_COMMIT: string;

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

// A console that goes away (a closed pipe or window) must not end the server: the log file goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const args = process.argv.slice(2);

const context: ProcessContext = {
  streams: process,
  env: process.env,
  cwd: process.cwd(),
  baseDir: isSea() ? dirname(process.execPath) : process.cwd(),
  platform: process.platform,
  isDoubleClick:
    isSea() &&
    (args.length === 0 || areFiles(args, process.cwd())) &&
    process.stdin.isTTY &&
    process.stdout.isTTY,
  parentPid: process.ppid,
  language: systemLanguage(process.env),
  version: TAX_SERVER_VERSION,
  commit: TAX_SERVER_COMMIT,
  stopRequested,
};

run(args, context).then((code) => process.exit(code));

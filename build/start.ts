import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// `npm start`: makes the bundle where it is older than its sources, and then becomes the server.

const BUNDLE = 'dist/tax-server.cjs';
const SOURCES = [
  'src/**/*',
  'views/**/*',
  'build/*.ts',
  'package.json',
  'package-lock.json',
  'config.example.yaml',
];

/** npm hands a signal on to the shell that it runs this in, and the shell to nobody: its end is ours. */
function endWithParent(): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}

function isStale(): boolean {
  if (!existsSync(BUNDLE)) return true;
  const built = statSync(BUNDLE).mtimeMs;
  return globSync(SOURCES).some((file) => statSync(file).mtimeMs > built);
}

if (isStale()) {
  const { status } = spawnSync(process.execPath, ['build/bundle.ts'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
endWithParent();
await import(pathToFileURL(resolve(BUNDLE)).href);

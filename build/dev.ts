import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

// `npm run dev`: makes the bundle and runs it, and does both anew when a source changes. Arguments are the server's.

const FOLDERS = ['src', 'views', 'build'];
/** An editor saves a file in several steps, and several files one after the other. */
const QUIET_MS = 150;

let server: ChildProcess | null = null;
let isEnding = false;
let changes = 0;

function build(): boolean {
  return spawnSync(process.execPath, ['build/bundle.ts'], { stdio: 'inherit' }).status === 0;
}

function start(): void {
  server = spawn(process.execPath, ['dist/tax-server.cjs', ...process.argv.slice(2)], { stdio: 'inherit' });
}

async function stop(): Promise<void> {
  if (server?.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}

/** Keeps the server that runs when the sources do not build. */
async function restart(): Promise<void> {
  if (!build()) return;
  await stop();
  if (!isEnding) start();
}

async function end(): Promise<void> {
  isEnding = true;
  await stop();
  process.exit(0);
}

async function followChanges(): Promise<void> {
  for (let seen = 0; ; await wait(QUIET_MS)) {
    if (changes === seen) continue;
    const before = changes;
    await wait(QUIET_MS);
    if (changes !== before) continue;
    seen = before;
    console.log('changed: building again');
    await restart();
  }
}

for (const folder of FOLDERS) watch(folder, { recursive: true }, () => changes++);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
await restart();
await followChanges();

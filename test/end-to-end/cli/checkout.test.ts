import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { http } from '../support/http-client.ts';

/** What a build needs of a checkout; installed packages are linked, not copied. */
const NEEDED = ['package.json', 'tsconfig.json', 'build', 'src', 'views', 'config.example.yaml', 'LICENSE'];

it('npm start builds what is missing, starts in a fresh checkout, and ends with npm', async () => {
  const checkout = mkdtempSync(join(tmpdir(), 'tax-server-checkout-'));
  for (const name of NEEDED) cpSync(name, join(checkout, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(checkout, 'node_modules'), 'junction');
  // A group of its own, so that all of it can be ended if this fails.
  const npm = spawn('npm', ['start', '--', '--port', '0', '--no-open', '--no-pause'], {
    cwd: checkout,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(npm, 'exit');
  try {
    let printed = '';
    for await (const chunk of npm.stdout) {
      printed += chunk;
      if (printed.includes('ready on')) break;
    }
    const [, address] = /^tax-server ready on (\S+)$/m.exec(printed) ?? [];
    expect((await http(`${address}/health`)).status).toBe(200);
    npm.kill('SIGTERM');
    await ended;
    const log = () => readFileSync(join(checkout, 'logs/tax-server.log'), 'utf8');
    await expect.poll(log, { timeout: 10_000 }).toContain('SIGTERM');
    const gone = () => http(`${address}/health`).catch(({ code }: NodeJS.ErrnoException) => code);
    await expect.poll(gone, { timeout: 10_000 }).toBe('ECONNREFUSED');
  } finally {
    endGroup(npm);
    await ended;
    rmSync(checkout, { recursive: true });
  }
});

function endGroup({ pid = 0 }: ChildProcess): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // As it should be: nothing is left to end.
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { http } from '../support/http-client.ts';

/** What a build needs of a checkout; installed packages are linked, not copied. */
const NEEDED = ['package.json', 'tsconfig.json', 'build', 'src', 'views', 'config.example.yaml', 'LICENSE'];

it('npm start builds what is missing and starts in a fresh checkout', async () => {
  const checkout = mkdtempSync(join(tmpdir(), 'tax-server-checkout-'));
  for (const name of NEEDED) cpSync(name, join(checkout, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(checkout, 'node_modules'), 'junction');
  // A group of its own: npm, its shell and the server end together.
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
  } finally {
    if (npm.pid !== undefined) process.kill(-npm.pid, 'SIGTERM');
    await ended;
    rmSync(checkout, { recursive: true });
  }
});

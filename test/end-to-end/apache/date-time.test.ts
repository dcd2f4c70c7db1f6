import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { prepareHttpd } from '../support/httpd.ts';
import { apacheConfig, clientOf } from './virtual-host.ts';

it('date-time shows the time through its own virtual host, over HTTP and HTTPS', async () => {
  const httpd = await prepareHttpd();
  const port = String(await freePort());
  const child = spawn(process.execPath, [resolve('dist/tax-server.cjs'), 'date-time', '--port', port]);
  try {
    const [line] = await once(child.stdout, 'data');
    expect(String(line)).toBe(`tax-server ready on http://127.0.0.1:${port}/show-date-time\n`);
    await httpd.apply([
      apacheConfig(httpd, ['--app', 'date-time', '--port', port, '--server-name', 'date-time']),
    ]);
    for (const scheme of ['http', 'https'] as const) {
      const client = clientOf(httpd, scheme, 'date-time', '');
      for (const path of ['/show-date-time', '/show-date-time/']) {
        const { status, body } = await client.send(path);
        expect(status).toBe(200);
        const [, shown = ''] = /(\d\d\/\d\d\/\d\d \d\d:\d\d:\d\d)/.exec(body) ?? [];
        expect(Math.abs(timeOf(shown) - Date.now())).toBeLessThan(5_000);
      }
      expect((await client.send('/')).status).toBe(404);
    }
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    await httpd.stop();
  }
});

function timeOf(shown: string): number {
  const [day = 0, month = 0, year = 0, ...time] = shown.split(/\D/).map(Number);
  const [hours, minutes, seconds] = time;
  return new Date(2000 + year, month - 1, day, hours, minutes, seconds).getTime();
}

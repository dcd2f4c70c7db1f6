import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../support/tax-server.ts';

const UNIT = 'build/release/linux/tax-server@.service';
/** In tenths of systemd's scale, which calls up to 2 "safe" and an ordinary service 9.6. */
const EXPOSURE = 20;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'systemd-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The unit of an instance, whose program is where this machine has one. */
function instance(): string {
  const file = join(folder, 'tax-server@paris.service');
  writeFileSync(file, readFileSync(UNIT, 'utf8').replace('/opt/tax-server/tax-server', process.execPath));
  return file;
}

describe('the unit of systemd', () => {
  it('has nothing that systemd does not understand', () => {
    const output = execFileSync('systemd-analyze', ['verify', instance()], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    expect(output).toBe('');
  });

  it('leaves the service little beside its own folder and the network', () => {
    const args = ['security', '--offline=true', `--threshold=${EXPOSURE}`, '--no-pager', instance()];
    expect(execFileSync('systemd-analyze', args, { encoding: 'utf8' })).toContain('exposure level');
  });
});

/** Receives two datagrams, as systemd does: the message, and the barrier that systemd-notify waits behind. */
const LISTENER = `use Socket; $| = 1;
socket(SOCKET, AF_UNIX, SOCK_DGRAM, 0) && bind(SOCKET, sockaddr_un($ARGV[0])) || die $!;
print "bound\\n";
for (1, 2) { recv(SOCKET, my $message, 4096, 0); print "$message\\n" }`;

it('says when it answers, to a systemd that waits for it', async () => {
  const socket = join(folder, 'notify');
  const listener = spawn('perl', ['-e', LISTENER, socket], { stdio: ['ignore', 'pipe', 'inherit'] });
  let heard = '';
  listener.stdout.on('data', (bytes: Buffer) => {
    heard += bytes;
  });
  try {
    await once(listener.stdout, 'data');
    const command = ['env', `NOTIFY_SOCKET=${socket}`, process.execPath, resolve('dist/tax-server.cjs')];
    const server = await startServer({ command });
    try {
      await once(listener, 'exit');
      expect(heard).toMatch(/^READY=1$/m);
    } finally {
      await server.stop();
    }
  } finally {
    listener.kill();
  }
});

it('says in its log when systemd cannot be told', async () => {
  const nowhere = join(folder, 'empty-path');
  const command = [
    'env',
    `NOTIFY_SOCKET=${nowhere}`,
    `PATH=${nowhere}`,
    process.execPath,
    resolve('dist/tax-server.cjs'),
  ];
  const server = await startServer({ command, config: { language: 'en' } });
  try {
    await expect
      .poll(() => readFileSync(join(server.folder, 'logs/tax-server.log'), 'utf8'))
      .toContain('systemd could not be notified');
  } finally {
    await server.stop();
  }
});
